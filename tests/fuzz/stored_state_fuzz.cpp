// A stored table, in JSON or binary, is a state or an error; a state that was read survives both forms. The first byte
// chooses the form. Binary takes any bytes for a text: what strangers send is held to UTF-8 behind it
// (protocol/client_codec.h), and JSON has no form for another.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/binary.h"
#include "core/json_read.h"
#include "core/json_write.h"
#include "protocol/commands.h"
#include "table/state.h"

using namespace baize;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  if (count == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(bytes) + 1, count - 1);
  const auto state = bytes[0] == '{' ? core::from_json_text<table::State>({reinterpret_cast<const char*>(bytes), count})
                                     : core::from_binary<table::State>(rest);
  if (!state) return 0;
  const auto from_binary = core::from_binary<table::State>(core::to_binary(*state));
  if (!from_binary || *from_binary != *state) std::abort();
  const std::string json = core::to_json(*state);
  if (!protocol::valid_utf8(json)) return 0;
  const auto from_json = core::from_json_text<table::State>(json);
  if (!from_json || *from_json != *state) std::abort();
  return 0;
}
