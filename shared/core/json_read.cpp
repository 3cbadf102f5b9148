#include "core/json_read.h"

namespace baize::core {

namespace {

// Nesting is measured on the text before anything is built from it, so that depth costs no stack.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > k_max_json_depth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

std::string quoted(std::string_view field) { return field.empty() ? "The message" : "\"" + std::string(field) + "\""; }

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (too_deep(text)) return fail(Reason::malformed, "This message is nested too deeply.");
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(Reason::malformed, "This is not JSON. Send one JSON object a message.");
  return json;
}

namespace detail {

Error wrong(std::string_view field, std::string_view expected) {
  return {Reason::invalid_field, quoted(field) + " should be " + std::string(expected) + "."};
}

Error wrong_amount(std::string_view field) {
  return {Reason::invalid_amount, quoted(field) + " should be a whole number of chips from 0 to 9007199254740991."};
}

Error missing(std::string_view field) {
  return {Reason::invalid_field, quoted(field) + " is missing. Send it with the message."};
}

Error unknown_name(std::string_view field, std::string_view name) {
  constexpr std::size_t k_shown = 40;
  std::string shown(name.substr(0, k_shown));
  // A cut inside a character would make the answer itself unreadable.
  for (char& c : shown)
    if (static_cast<unsigned char>(c) >= 0x7f || static_cast<unsigned char>(c) < 0x20) c = '?';
  return {Reason::invalid_field, quoted(field) + " has no \"" + shown + "\"."};
}

bool read_integer(const Json& json, std::int64_t low, std::uint64_t high, std::int64_t& value) {
  if (json.is_number_unsigned()) {
    const auto number = json.get<std::uint64_t>();
    if (number > high || (low > 0 && number < static_cast<std::uint64_t>(low))) return false;
    value = static_cast<std::int64_t>(number);
    return true;
  }
  if (!json.is_number_integer()) return false;
  const auto number = json.get<std::int64_t>();
  if (number < low || (number > 0 && static_cast<std::uint64_t>(number) > high)) return false;
  value = number;
  return true;
}

}  // namespace detail

}  // namespace baize::core
