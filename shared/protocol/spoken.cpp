// What people type: names and lines of chat. Held to valid UTF-8 (RFC 3629) and printable characters here, once, so
// that nothing stored or shown ever has to be cleaned again.
#include <cstdint>

#include "protocol/commands.h"

namespace baize::protocol {

namespace {

using core::fail;
using core::Reason;
using core::Result;

constexpr std::size_t k_max_name = 24;

// The next code point of `text` from `at` on, which moves behind it; -1 for what is not UTF-8 in its shortest form.
std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
  if (lead >= 0xf5 || more < 0) return -1;
  std::int32_t code = lead & (0x3f >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80) return -1;
    code = (code << 6) | (text[at++] & 0x3f);
  }
  constexpr std::int32_t k_least[] = {0, 0x80, 0x800, 0x10000};
  if (code < k_least[more] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return -1;
  return code;
}

// Not controls, line and paragraph separators, nor what turns the direction of the text around it (Unicode Bidi).
bool printable(std::int32_t code) {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false;
  const bool turns_text = (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
                          (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
  return !turns_text;
}

// The number of characters; -1 if one of them is none or not printable.
std::int64_t characters(std::string_view text) {
  std::int64_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    if (const auto code = next_code_point(text, at); code < 0 || !printable(code)) return -1;
  return count;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (next_code_point(text, at) < 0) return false;
  return true;
}

Result<core::Name> player_name(std::string_view text) {
  const std::string_view name = trimmed(text);
  const auto count = characters(name);
  if (count < 1 || count > static_cast<std::int64_t>(k_max_name))
    return fail(Reason::invalid_field, "A name has 1 to 24 printable characters.");
  return core::Name(name);
}

Result<std::string> spoken_text(std::string_view text, std::size_t most) {
  const std::string_view line = trimmed(text);
  const auto count = characters(line);
  if (count < 1 || count > static_cast<std::int64_t>(most))
    return fail(Reason::invalid_field, "A message has 1 to " + std::to_string(most) + " printable characters.");
  return std::string(line);
}

}  // namespace baize::protocol
