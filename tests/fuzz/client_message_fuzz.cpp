// Text from a stranger is a message or a refusal; what was understood reads back as the same message.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "protocol/client_codec.h"

using namespace baize;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), count);
  const auto message = protocol::decode_client_message(text, "holdem");
  if (!message) return 0;
  const auto again = protocol::decode_client_message(protocol::encode(*message), "holdem");
  if (!again || *again != *message) std::abort();
  return 0;
}
