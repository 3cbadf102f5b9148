#include "load/frame_sizes.h"

#include <algorithm>

namespace baize::bench {

namespace {

constexpr std::uint32_t k_end_of_header = 0x0d0a0d0a;
constexpr std::uint8_t k_control = 0x08;  // the bit that tells pings, pongs and closes from data
constexpr std::uint8_t k_length = 0x7f;   // the bits of the length; a server masks nothing
constexpr std::uint8_t k_two_bytes_follow = 126;
constexpr std::uint8_t k_eight_bytes_follow = 127;

std::size_t header_size(std::uint8_t length) {
  return length == k_eight_bytes_follow ? 10 : length == k_two_bytes_follow ? 4 : 2;
}

}  // namespace

void FrameSizes::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    if (upgraded_ && to_skip_ > 0) {
      const auto skipped = std::min<std::uint64_t>(to_skip_, bytes.size());
      to_skip_ -= skipped;
      bytes.remove_prefix(static_cast<std::size_t>(skipped));
      continue;
    }
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    if (upgraded_) {
      begin_frame(byte);
      continue;
    }
    line_ends_ = line_ends_ << 8 | byte;
    upgraded_ = line_ends_ == k_end_of_header;
  }
}

void FrameSizes::begin_frame(std::uint8_t byte) {
  head_[head_size_++] = byte;
  if (head_size_ < 2 || head_size_ < header_size(head_[1] & k_length)) return;
  std::uint64_t length = head_[1] & k_length;
  if (head_size_ > 2) {
    length = 0;
    for (std::size_t i = 2; i < head_size_; ++i) length = length << 8 | head_[i];
  }
  if ((head_[0] & k_control) == 0) sizes_.push_back(head_size_ + length);
  to_skip_ = length;
  head_size_ = 0;
}

std::uint64_t FrameSizes::take() {
  if (sizes_.empty()) return 0;
  const std::uint64_t size = sizes_.front();
  sizes_.pop_front();
  return size;
}

}  // namespace baize::bench
