// Frames of RFC 6455 made and read by hand, with every liberty that a hostile client takes, over a bare connection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/house.h"

namespace baize::server::testing {

enum Opcode : std::uint8_t { k_continuation = 0, k_text = 1, k_binary = 2, k_close = 8, k_ping = 9, k_pong = 10 };

// What a client sends; the defaults are a whole, masked frame whose length is written as RFC 6455 section 5.2 wants it.
struct Frame {
  std::uint8_t opcode = k_text;
  std::string payload;
  bool last = true;           // FIN
  std::uint8_t reserved = 0;  // RSV1 to RSV3 as three bits, RSV1 the highest
  bool masked = true;
  int length_bytes = 0;  // 1, 3 or 9; 0: as few as will do
};

inline std::string bytes_of(const Frame& frame) {
  std::string bytes;
  bytes += static_cast<char>((frame.last ? 0x80 : 0) | (frame.reserved << 4) | frame.opcode);
  const std::uint64_t size = frame.payload.size();
  const int least = size < 126 ? 1 : size < 65536 ? 3 : 9;
  const int length = frame.length_bytes != 0 ? frame.length_bytes : least;
  bytes += static_cast<char>((frame.masked ? 0x80 : 0) | (length == 1 ? size : length == 3 ? 126 : 127));
  for (int i = length - 2; i >= 0; --i) bytes += static_cast<char>(size >> (8 * i));
  if (!frame.masked) return bytes + frame.payload;
  constexpr std::string_view k_mask = "\x37\xfa\x21\x3d";
  bytes += k_mask;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(frame.payload[i] ^ k_mask[i % 4]);
  return bytes;
}

inline std::string close_payload(int code, std::string_view reason = {}) {
  return {std::string{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)} + std::string(reason)};
}

// What a server answered: the head of the upgrade, then its frames.
struct Conversation {
  std::string head;
  std::vector<Frame> frames;
  std::string rest;  // what is no whole frame

  // Of the close frame at the end; 0 without one, 1005 for one without a code.
  int close_code() const {
    if (frames.empty() || frames.back().opcode != k_close) return 0;
    const std::string& payload = frames.back().payload;
    if (payload.size() < 2) return 1005;
    return (static_cast<std::uint8_t>(payload[0]) << 8) | static_cast<std::uint8_t>(payload[1]);
  }
  std::vector<std::string> payloads(std::uint8_t opcode) const {
    std::vector<std::string> found;
    for (const Frame& one : frames)
      if (one.opcode == opcode) found.push_back(one.payload);
    return found;
  }
};

inline Conversation read_conversation(std::string_view bytes) {
  Conversation told;
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return told;
  told.head = bytes.substr(0, end + 4);
  bytes.remove_prefix(end + 4);
  while (bytes.size() >= 2) {
    const auto first = static_cast<std::uint8_t>(bytes[0]);
    std::uint64_t size = static_cast<std::uint8_t>(bytes[1]);
    const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (bytes.size() < 2 + more) break;
    if (more != 0) size = 0;
    for (std::size_t i = 0; i < more; ++i) size = (size << 8) | static_cast<std::uint8_t>(bytes[2 + i]);
    if (bytes.size() - 2 - more < size) break;
    Frame frame;
    frame.opcode = first & 0x0f;
    frame.last = (first & 0x80) != 0;
    frame.reserved = (first >> 4) & 7;
    frame.payload = bytes.substr(2 + more, size);
    told.frames.push_back(std::move(frame));
    bytes.remove_prefix(2 + more + size);
  }
  told.rest = bytes;
  return told;
}

}  // namespace baize::server::testing
