// A binary frame from a stranger is a message or a refusal, and takes no more memory than its own bytes warrant; what
// was understood is the one spelling of that message.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "protocol/client_codec.h"

using namespace baize;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  const std::string_view frame(reinterpret_cast<const char*>(bytes), count);
  const auto game = games::describe_games().front().id;
  const auto message = protocol::decode_client_message(frame, game, protocol::Wire::cereal);
  if (!message) return 0;
  if (protocol::encode(*message, protocol::Wire::cereal) != frame) std::abort();
  return 0;
}
