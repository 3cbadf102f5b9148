// Messages of permessage-deflate (RFC 7692) packed and unpacked by zlib, which is not what the server does it with.
#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/websocket_frames.h"

namespace baize::server::testing {

// The side that sends: what one message tells it shortens the next one (RFC 7692 section 7.2.3.2).
class Packer {
 public:
  // `window_bits`: 9 to 15 (section 7.1.2).
  explicit Packer(int window_bits = 15) {
    if (deflateInit2(&stream_, 9, Z_DEFLATED, -window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::runtime_error("zlib cannot pack");
  }
  ~Packer() { deflateEnd(&stream_); }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  // A message of `text`, `times` over (section 7.2.1).
  std::string message(std::string_view text, std::size_t times = 1) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) add(text, Z_NO_FLUSH, out);
    add({}, Z_SYNC_FLUSH, out);
    return out.substr(0, out.size() - 4);
  }
  // The same in two blocks (section 7.2.3.5).
  std::string in_two_blocks(std::string_view text) {
    std::string out;
    add(text.substr(0, text.size() / 2), Z_SYNC_FLUSH, out);
    return out + message(text.substr(text.size() / 2));
  }

 private:
  void add(std::string_view text, int flush, std::string& out) {
    std::string in(text);
    stream_.next_in = reinterpret_cast<Bytef*>(in.data());
    stream_.avail_in = static_cast<uInt>(in.size());
    char part[4096];
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(part);
      stream_.avail_out = sizeof part;
      deflate(&stream_, flush);
      out.append(part, sizeof part - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }
  z_stream stream_{};
};

// A message in one block that is not compressed (RFC 7692 section 7.2.3.3; RFC 1951 section 3.2.4); up to 65,535 bytes.
inline std::string stored(std::string_view text) {
  const auto low = static_cast<char>(text.size() & 0xff);
  const auto high = static_cast<char>(text.size() >> 8);
  return std::string{0, low, high, static_cast<char>(~low), static_cast<char>(~high)} + std::string(text) + '\0';
}

// The text messages of a conversation, put together from their frames and unpacked where they are packed.
inline std::vector<std::string> unpacked(const Conversation& told) {
  z_stream stream{};
  if (inflateInit2(&stream, -15) != Z_OK) throw std::runtime_error("zlib cannot unpack");
  std::vector<std::string> messages;
  bool packed = false;
  for (const Frame& frame : told.frames) {
    if (frame.opcode == k_text) {
      messages.emplace_back();
      packed = (frame.reserved & 4) != 0;
    } else if (frame.opcode != k_continuation) {
      continue;
    }
    std::string in = frame.payload;
    if (!packed) {
      messages.back() += in;
      continue;
    }
    if (frame.last) in.append("\0\0\xff\xff", 4);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    char part[4096];
    do {
      stream.next_out = reinterpret_cast<Bytef*>(part);
      stream.avail_out = sizeof part;
      if (const int code = inflate(&stream, Z_SYNC_FLUSH); code != Z_OK && code != Z_BUF_ERROR)
        throw std::runtime_error("zlib cannot unpack what the server sent");
      messages.back().append(part, sizeof part - stream.avail_out);
    } while (stream.avail_out == 0);
  }
  inflateEnd(&stream);
  return messages;
}

}  // namespace baize::server::testing
