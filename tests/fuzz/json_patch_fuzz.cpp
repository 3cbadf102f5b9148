// A patch from a stranger is applied whole or changes nothing, and what it makes is a document that can be written and
// read again: no deeper than what is read, and not of a size that the patch did not pay for. The first line is the
// document, the rest the patch.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/json_patch.h"

using namespace baize;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), count);
  const auto line = text.find('\n');
  if (line == std::string_view::npos) return 0;
  auto document = core::parse_json(text.substr(0, line));
  const auto patch = core::parse_json(text.substr(line + 1));
  if (!document || !patch) return 0;
  const core::Json before = *document;
  if (!core::apply_patch(*document, *patch)) {
    if (*document != before) std::abort();
    return 0;
  }
  const auto written = document->dump(-1, ' ', false, core::Json::error_handler_t::replace);
  if (written.size() > (core::k_most_copied + 1) * 6 * (count + 1)) std::abort();
  const auto again = core::parse_json(written);
  if (!again) std::abort();
  return 0;
}
