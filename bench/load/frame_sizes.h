// How long the frames of a WebSocket are on the wire, header and all, compressed or not: read off the bytes of a
// server as they come in (RFC 6455 section 5.2). What a message costs is only seen here; above, it has been unpacked.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>

namespace baize::bench {

class FrameSizes {
 public:
  // The next bytes of the connection, from the answer to the upgrade on.
  void feed(std::string_view bytes);
  // The size in bytes of the oldest frame with data that was not asked for yet. Messages come in one frame each. 0 if
  // none has come.
  std::uint64_t take();

 private:
  void begin_frame(std::uint8_t byte);

  std::uint64_t to_skip_ = 0;    // of the payload under way
  std::uint8_t head_[10] = {};   // of the frame that begins
  std::size_t head_size_ = 0;    // that has come
  std::uint32_t line_ends_ = 0;  // the last bytes, while the answer to the upgrade lasts
  bool upgraded_ = false;
  std::deque<std::uint64_t> sizes_;
};

}  // namespace baize::bench
