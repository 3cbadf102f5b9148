// How wide a text is and what of it fits, from the one table of advances that both sides have: so the server's SVG, the
// client's canvas and the layout agree to the pixel. Knows no layout and no line breaking beyond single lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baize::scene {

enum class Weight : std::uint8_t { regular, bold };

// In px at `size` px; `utf8` on one line. Bytes that are no UTF-8 count as one missing character each.
float text_width(std::string_view utf8, float size, Weight weight);

// `utf8` if it is at most `max_width` px wide, else as much of its beginning as fits with an ellipsis behind it; at
// least the ellipsis.
std::string fit_text(std::string_view utf8, float size, Weight weight, float max_width);

// How far below the middle of a line its base line lies, in px.
float baseline_below_middle(float size);

// The next code point of `utf8` from `at`, which moves behind it; U+FFFD for a byte that is no UTF-8.
// `at` must be less than utf8.size().
char32_t next_code_point(std::string_view utf8, std::size_t& at);

// The first letters of the first two words of a name, capitals where we know how: "Ann Lee" -> "AL", "bob" -> "B".
std::string initials(std::string_view name);

}  // namespace baize::scene
