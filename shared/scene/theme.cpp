#include "scene/theme.h"

#include <algorithm>
#include <cmath>

#include "scene/chips.h"

namespace baize::scene {
namespace {

constexpr Colour hex(std::uint32_t rgb, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U), static_cast<std::uint8_t>(rgb),
          alpha};
}

constexpr Theme house() {
  Theme theme{"house", {}, DeckColours::two};
  const auto set = [&theme](Role role, Colour colour) { theme.colours[static_cast<std::size_t>(role)] = colour; };
  set(Role::room, hex(0x1A211F));
  set(Role::room_edge, hex(0x0D1211));
  set(Role::felt, hex(0x27694F));
  set(Role::felt_edge, hex(0x143D2E));
  set(Role::felt_line, hex(0xE9DFC0, 46));
  set(Role::rail, hex(0x2A1D16));
  set(Role::rail_light, hex(0x5A4030));
  set(Role::plate, hex(0x161D1B));
  set(Role::plate_edge, hex(0x3B4743));
  set(Role::plate_lit, hex(0x2E2A1C));
  set(Role::ink, hex(0xF5EFE0));
  set(Role::ink_soft, hex(0xB4BFB8));
  set(Role::ink_on_felt, hex(0xE4EBDD));
  set(Role::ink_on_lit, hex(0x1E1809));
  set(Role::brass, hex(0xDDB867));
  set(Role::brass_light, hex(0xF6DFA4));
  set(Role::danger, hex(0xD9583F));
  set(Role::good, hex(0x6FBF8E));
  set(Role::card, hex(0xFDFBF4));
  set(Role::card_edge, hex(0xC9C2AE));
  set(Role::card_back, hex(0x7A2430));
  set(Role::card_back_line, hex(0xE3BFA0, 120));
  set(Role::red_suit, hex(0xC4262E));
  set(Role::black_suit, hex(0x1B2024));
  set(Role::blue_suit, hex(0x1F5FBF));
  set(Role::green_suit, hex(0x1D7A3E));
  set(Role::shadow, hex(0x04100B, 70));
  set(Role::shade, hex(0x0B1F17, 120));
  return theme;
}

constexpr Theme k_house = house();

}  // namespace

Colour suit_colour(const Theme& theme, cards::Suit suit) {
  const bool four = theme.deck == DeckColours::four;
  switch (suit) {
    case cards::Suit::clubs:
      return theme[four ? Role::green_suit : Role::black_suit];
    case cards::Suit::diamonds:
      return theme[four ? Role::blue_suit : Role::red_suit];
    case cards::Suit::hearts:
      return theme[Role::red_suit];
    case cards::Suit::spades:
      break;
  }
  return theme[Role::black_suit];
}

ChipColours chip_colours(std::int64_t denomination) {
  constexpr Colour ivory = hex(0xF7F1E1);
  constexpr Colour gold = hex(0xEFD48A);
  // White, red, green, black, violet, yellow, ...: the usual colours, and again with golden marks.
  constexpr std::array<ChipColours, k_denominations.size()> colours{{{hex(0xE9E4D6), hex(0x5C6B73)},
                                                                     {hex(0xB93A32), ivory},
                                                                     {hex(0x2E7D4F), ivory},
                                                                     {hex(0x23282C), ivory},
                                                                     {hex(0x6A4796), ivory},
                                                                     {hex(0xD9A53A), hex(0x4A3512)},
                                                                     {hex(0xC86A2B), ivory},
                                                                     {hex(0x2B6FA8), ivory},
                                                                     {hex(0xA83A6B), ivory},
                                                                     {hex(0x3D4A57), gold},
                                                                     {hex(0x8C2A2A), gold},
                                                                     {hex(0x1F5A4A), gold},
                                                                     {hex(0x3B2F6B), gold},
                                                                     {hex(0x111111), gold}}};
  std::size_t at = 0;
  while (at + 1 < k_denominations.size() && k_denominations[at] < denomination) ++at;
  return colours[at];
}

Colour person_colour(std::uint32_t seed) {
  // Any hue at one calm saturation and lightness; Fibonacci hashing sets neighbouring seeds apart.
  const float hue = static_cast<float>((seed * 2654435769U) >> 16U) / 65536.0F * 6;
  const auto channel = [hue](float offset) {
    const float at = std::fmod(hue + offset, 6.0F);
    const float high = std::clamp(std::min(at, 4 - at), 0.0F, 1.0F);  // HSV to RGB, one trapezoid a channel
    return static_cast<std::uint8_t>(150 * (1 - 0.48F * high) + 0.5F);
  };
  return {channel(5), channel(3), channel(1)};
}

const Theme& house_theme() { return k_house; }

}  // namespace baize::scene
