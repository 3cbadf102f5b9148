#include "rooms/requests.h"

#include <algorithm>
#include <iterator>

namespace baize::server {

namespace {

constexpr std::size_t k_remembered = 256;

std::string key_of(const core::Uuid& actor, std::string_view request_id) {
  return std::string(actor.view()) + '\n' + std::string(request_id);
}

}  // namespace

void Requests::remember(std::uint64_t version, std::uint64_t decision, const core::Uuid& actor,
                        std::string_view request_id) {
  newest_ = version;
  if (decisions_.empty() || decisions_.back().decision != decision) decisions_.push_back({version, decision});
  if (decisions_.size() > k_remembered) decisions_.pop_front();
  if (request_id.empty()) return;
  keys_.push_back(key_of(actor, request_id));
  versions_[keys_.back()] = version;
  if (keys_.size() <= k_remembered) return;
  versions_.erase(keys_.front());
  keys_.pop_front();
}

std::optional<std::uint64_t> Requests::version_of(const core::Uuid& actor, std::string_view request_id) const {
  const auto found = versions_.find(key_of(actor, request_id));
  if (found == versions_.end()) return std::nullopt;
  return found->second;
}

std::uint64_t Requests::decision_at(std::uint64_t version) const {
  // It is written down with a move that stands whatever it was decided on, so it has to be a number that can be read.
  constexpr std::uint64_t k_never = (std::uint64_t{1} << 53) - 1;
  if (decisions_.empty() || version < decisions_.front().version || version > newest_) return k_never;
  const auto next = std::upper_bound(decisions_.begin(), decisions_.end(), version,
                                     [](std::uint64_t wanted, const Opened& one) { return wanted < one.version; });
  return std::prev(next)->decision;
}

}  // namespace baize::server
