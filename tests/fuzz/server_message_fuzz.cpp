// What a page hears from a stranger that claims to be its server, in JSON or in binary, is a message or an error; what
// was understood is written and read again as the same. The first byte chooses the form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "protocol/server_codec.h"

using namespace baize;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  if (count == 0) return 0;
  const auto wire = bytes[0] == '{' ? protocol::Wire::json : protocol::Wire::cereal;
  const std::string_view whole(reinterpret_cast<const char*>(bytes), count);
  const auto message = protocol::decode_server_message(wire == protocol::Wire::json ? whole : whole.substr(1), wire);
  if (!message) return 0;
  const auto again = protocol::decode_server_message(protocol::encode(*message, wire), wire);
  if (!again || *again != *message) std::abort();
  return 0;
}
