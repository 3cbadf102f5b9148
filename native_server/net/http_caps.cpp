#include "net/http_caps.h"

namespace baize::server {

using core::fail;
using core::Reason;
using core::Result;

Result<std::unique_ptr<HttpCaps::Place>> HttpCaps::admit(const std::string& address) {
  const std::lock_guard lock(mutex_);
  if (most_.in_all > 0 && in_all_ >= most_.in_all) return fail(Reason::server_full);
  if (!address.empty()) {
    std::size_t& there = addresses_[address];
    if (most_.of_address > 0 && there >= most_.of_address)
      return fail(Reason::too_many, "Too many connections come from your address. Try again in a moment.");
    ++there;
  }
  ++in_all_;
  return std::unique_ptr<Place>(new Place(*this, address));
}

bool HttpCaps::crowded() const {
  const std::lock_guard lock(mutex_);
  return most_.in_all > 0 && 2 * in_all_ > most_.in_all;
}

void HttpCaps::leave(const std::string& address) {
  const std::lock_guard lock(mutex_);
  --in_all_;
  const auto there = addresses_.find(address);
  if (there != addresses_.end() && --there->second == 0) addresses_.erase(there);
}

}  // namespace baize::server
