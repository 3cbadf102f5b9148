// Themes: colours by what they are for. A scene names roles only; whoever draws it brings a theme. The controls and
// screens of the client take their colours from the same roles.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "cards/card.h"

namespace baize::scene {

// sRGB, alpha not premultiplied.
struct Colour {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

// `share` 0..1 of `b`, the rest of `a`, alpha too.
constexpr Colour mix(Colour a, Colour b, float share) {
  const auto between = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(static_cast<float>(from) +
                                     (static_cast<float>(to) - static_cast<float>(from)) * share + 0.5F);
  };
  return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b), between(a.a, b.a)};
}
constexpr Colour with_alpha(Colour colour, float share) {
  colour.a = static_cast<std::uint8_t>(static_cast<float>(colour.a) * share + 0.5F);
  return colour;
}

enum class Role : std::uint8_t {
  room,         // behind everything
  room_edge,    // the same towards the edges
  felt,         // the middle of the table
  felt_edge,    // the same towards the rail
  felt_line,    // the line printed on the felt, places for undealt cards
  rail,         // the table's rim
  rail_light,   // its lit edge
  plate,        // a seat's plate, panels
  plate_edge,   // their border
  plate_lit,    // the plate of the seat whose turn it is
  ink,          // text on plates and panels
  ink_soft,     // less important text
  ink_on_felt,  // text printed on the felt
  ink_on_lit,   // text on brass and lit plates
  brass,        // what draws the eye: turn, winners, primary buttons
  brass_light,
  danger,  // folding for good, all-in, errors, little time
  good,    // calls, checks, what went well
  card,    // the face of a card
  card_edge,
  card_back,
  card_back_line,
  red_suit,
  black_suit,
  blue_suit,   // diamonds of a four-colour deck
  green_suit,  // clubs of a four-colour deck
  shadow,      // under cards, chips and plates; mostly transparent
  shade,       // laid over what is out of play
  count
};

enum class DeckColours : std::uint8_t { two, four };

struct Theme {
  std::string_view name;
  std::array<Colour, static_cast<std::size_t>(Role::count)> colours{};
  DeckColours deck = DeckColours::two;

  constexpr Colour operator[](Role role) const { return colours[static_cast<std::size_t>(role)]; }
  friend constexpr bool operator==(const Theme&, const Theme&) = default;
};

Colour suit_colour(const Theme& theme, cards::Suit suit);
// The colours of one chip of a denomination: its body, and the notches and text on it.
struct ChipColours {
  Colour body;
  Colour mark;
};
ChipColours chip_colours(std::int64_t denomination);
// A calm colour for a player's disc, from any 32 bits that stay with the player; ivory text is readable on it.
Colour person_colour(std::uint32_t seed);

// Green baize under warm light.
const Theme& house_theme();

}  // namespace baize::scene
