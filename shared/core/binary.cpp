#include "core/binary.h"

#include <cstring>

namespace baize::core {

bool BinaryInput::bytes(void* out, std::size_t count) {
  if (failed_ || count > in_.size()) {
    fail();
    return false;
  }
  if (count > 0) std::memcpy(out, in_.data(), count);
  in_.remove_prefix(count);
  return true;
}

std::string_view BinaryInput::text(std::size_t count) {
  if (failed_ || count > in_.size()) {
    fail();
    return {};
  }
  const auto found = in_.substr(0, count);
  in_.remove_prefix(count);
  return found;
}

std::uint64_t BinaryInput::long_number() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t part = byte();
    // The tenth byte holds the last bit only; and a number has one spelling, so no byte of zeros may end a longer one.
    if ((shift == 63 && part > 1) || (shift > 0 && part == 0)) break;
    value |= static_cast<std::uint64_t>(part & 0x7f) << shift;
    if (part < 0x80) return value;
  }
  fail();
  return 0;
}

std::int64_t BinaryInput::signed_number() {
  const std::uint64_t coded = unsigned_number();
  return static_cast<std::int64_t>(coded >> 1) ^ -static_cast<std::int64_t>(coded & 1);
}

std::size_t BinaryInput::count(std::size_t cap) {
  const std::uint64_t items = unsigned_number();
  if (items > cap || items > remaining()) {
    fail();
    return 0;
  }
  return static_cast<std::size_t>(items);
}

}  // namespace baize::core
