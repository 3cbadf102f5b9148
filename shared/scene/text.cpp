#include "scene/text.h"

#include <font_advances.h>
#include <algorithm>
#include <cstddef>
#include <iterator>

namespace baize::scene {
namespace {

constexpr std::string_view k_ellipsis = "…";
constexpr char32_t k_not_utf8 = 0xFFFD;

std::uint16_t per_mille(char32_t code, Weight weight) {
  namespace table = font_advances;
  const bool bold = weight == Weight::bold;
  const table::Advance* first = bold ? std::begin(table::k_bold) : std::begin(table::k_regular);
  const table::Advance* last = bold ? std::end(table::k_bold) : std::end(table::k_regular);
  // ASCII stands at the beginning without a gap.
  if (code >= 0x20 && code < 0x7F) return first[code - 0x20].per_mille;
  const auto* found =
      std::lower_bound(first, last, code, [](const table::Advance& one, char32_t sought) { return one.code < sought; });
  if (found != last && found->code == code) return found->per_mille;
  return bold ? table::k_bold_missing : table::k_regular_missing;
}

static_assert(font_advances::k_regular[0].code == 0x20 && font_advances::k_regular[0x5E].code == 0x7E);
static_assert(font_advances::k_bold[0].code == 0x20 && font_advances::k_bold[0x5E].code == 0x7E);

// How many bytes a sequence that begins with `lead` has; 0 if none begins so (RFC 3629 section 4).
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

void append(std::string& out, char32_t code) {
  const auto byte = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0U | (code >> 6U));
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U));
    byte(0x80U | ((code >> 12U) & 0x3FU));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

// Capitals of ASCII and of Latin-1, whose small letters lie 32 above them.
char32_t capital(char32_t code) {
  if ((code >= 'a' && code <= 'z') || (code >= 0xE0 && code <= 0xFE && code != 0xF7)) return code - 32;
  return code;
}

}  // namespace

float text_width(std::string_view utf8, float size, Weight weight) {
  unsigned sum = 0;
  for (std::size_t at = 0; at < utf8.size();) sum += per_mille(next_code_point(utf8, at), weight);
  return static_cast<float>(sum) * size / 1000.0F;
}

std::string fit_text(std::string_view utf8, float size, Weight weight, float max_width) {
  if (text_width(utf8, size, weight) <= max_width) return std::string(utf8);
  const float room = max_width - text_width(k_ellipsis, size, weight);
  float width = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < utf8.size(); kept = at) {
    width += static_cast<float>(per_mille(next_code_point(utf8, at), weight)) * size / 1000.0F;
    if (width > room) break;
  }
  while (kept > 0 && utf8[kept - 1] == ' ') --kept;
  return std::string(utf8.substr(0, kept)) + std::string(k_ellipsis);
}

float baseline_below_middle(float size) { return static_cast<float>(font_advances::k_ascent - 500) * size / 1000.0F; }

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  const std::size_t length = sequence_length(lead);
  if (length == 1 || length == 0 || at + length > utf8.size()) {
    ++at;
    return length == 1 ? lead : k_not_utf8;
  }
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(utf8[at + i]);
    if ((next & 0xC0U) != 0x80U) {
      ++at;
      return k_not_utf8;
    }
    code = (code << 6U) | (next & 0x3FU);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
    ++at;
    return k_not_utf8;
  }
  at += length;
  return code;
}

std::string initials(std::string_view name) {
  std::string out;
  bool word_begins = true;
  int words = 0;
  for (std::size_t at = 0; at < name.size() && words < 2;) {
    const char32_t code = next_code_point(name, at);
    const bool between = code == ' ' || code == '-' || code == '_' || code == '.' || code == 0xA0;
    if (!between && word_begins) {
      append(out, capital(code));
      ++words;
    }
    word_begins = between;
  }
  return out;
}

}  // namespace baize::scene
