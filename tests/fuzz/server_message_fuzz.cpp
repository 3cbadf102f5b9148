// What a page hears from a stranger that claims to be its server, in JSON or in binary, is a message or an error; what
// was understood is written and read again as the same; so is each message of a batch. The first byte chooses the form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "protocol/binary_end.h"
#include "protocol/server_codec.h"

using namespace baize;

namespace {

void write_and_read_again(const protocol::ServerMessage& message, protocol::Wire wire) {
  const auto again = protocol::decode_server_message(protocol::encode(message, wire), wire);
  if (!again || *again != message) std::abort();
}

template <class End>
void hear(std::string_view frame) {
  End end;
  std::vector<protocol::ServerMessage> heard;
  (void)end.read(frame, heard);
  for (const auto& one : heard) write_and_read_again(one, end.wire());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  if (count == 0) return 0;
  const auto wire = bytes[0] == '{' ? protocol::Wire::json : protocol::Wire::cereal;
  const std::string_view whole(reinterpret_cast<const char*>(bytes), count);
  wire == protocol::Wire::json ? hear<protocol::JsonEnd>(whole) : hear<protocol::BinaryEnd>(whole.substr(1));
  return 0;
}
