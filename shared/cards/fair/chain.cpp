#include "cards/fair/chain.h"

#include <string_view>

#include "core/check.h"

namespace baize::cards::fair {

Hash hash_of(const Value& value) { return core::sha256({reinterpret_cast<const char*>(value.data()), value.size()}); }

Chain::Chain(const Value& secret) {
  Value value = core::derive(secret, "baize chain", 0);
  for (std::uint32_t i = 0; i < k_length; ++i) {
    if (i % k_stride == 0) marks_[i / k_stride] = value;
    value = hash_of(value);
  }
  tip_ = value;
}

Value Chain::next() {
  core::check(left_ > 0, "a chain has no value left");
  --left_;
  Value value = marks_[left_ / k_stride];
  for (std::uint32_t i = left_ % k_stride; i > 0; --i) value = hash_of(value);
  return value;
}

}  // namespace baize::cards::fair
