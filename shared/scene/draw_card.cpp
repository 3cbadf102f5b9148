#include <algorithm>
#include <array>

#include "scene/draw_parts.h"

namespace baize::scene {
namespace {

using cards::Rank;

// Below this width, in px, a card shows its index and its suit and nothing else.
constexpr float k_plain_below = 44;

float corner(const Rect& box) { return box.width * 0.1F; }

Rect fitting(const Shape& shape, Point centre, float height) { return around(centre, {height * shape.aspect, height}); }

std::string_view index_text(Rank rank) {
  static constexpr std::array<std::string_view, cards::k_rank_count> texts{"2", "3",  "4", "5", "6", "7", "8",
                                                                           "9", "10", "J", "Q", "K", "A"};
  return texts[static_cast<std::size_t>(rank)];
}

// Rank over suit, in the upper left corner. The two figures of the ten are set closer than the font would.
void draw_index(cards::Card card, const Rect& box, Colour colour, float size, Brush& brush) {
  const std::string_view text = index_text(card.rank());
  const float middle = box.y + box.width * 0.08F + size * 0.42F;
  const float centre = box.x + box.width * 0.075F + size * 0.36F;
  if (text.size() == 2) {
    size *= 0.9F;
    const float figure = text_width("0", size, Weight::bold);
    const float step = figure * 0.76F;
    const float left = std::max(centre - (step + figure) / 2, box.x + box.width * 0.06F - figure * 0.1F);
    brush.text({"1", left, middle, size, Weight::bold, colour});
    brush.text({"0", left + step, middle, size, Weight::bold, colour});
  } else {
    brush.text({text, centre - text_width(text, size, Weight::bold) / 2, middle, size, Weight::bold, colour});
  }
  const Shape& suit = shape(mark_of(card.suit()));
  const float height = size * 0.58F;
  brush.shape(suit, fitting(suit, {centre, middle + size * 0.5F + height * 0.52F}, height), colour);
}

Mark mark_of_court(Rank rank) {
  if (rank == Rank::king) return Mark::crown;
  return rank == Rank::queen ? Mark::tiara : Mark::lily;
}

// A court card's mark, right of the index, over the large suit.
void draw_court_mark(Rank rank, const Rect& box, const Theme& theme, Brush& brush) {
  const Shape& mark = shape(mark_of_court(rank));
  const float height = box.width * (rank == Rank::jack ? 0.36F : 0.30F);
  const Point centre{box.right() - box.width * 0.30F, box.y + box.width * 0.30F};
  brush.shape(mark, fitting(mark, centre, height), mix(theme[Role::brass], theme[Role::black_suit], 0.18F));
}

void draw_face(cards::Card card, const Rect& box, const Theme& theme, Brush& brush) {
  const Colour colour = suit_colour(theme, card.suit());
  const bool plain = box.width < k_plain_below;
  const bool court = card.rank() >= Rank::jack && card.rank() <= Rank::king;
  brush.box(box, corner(box),
            Fill{theme[Role::card], mix(theme[Role::card], theme[Role::card_edge], 0.16F), Run::down});
  brush.frame(box, corner(box), std::max(0.75F, box.width * 0.012F), theme[Role::card_edge]);
  draw_index(card, box, colour, box.width * (plain ? 0.58F : 0.47F), brush);
  if (court && !plain) draw_court_mark(card.rank(), box, theme, brush);
  const Shape& suit = shape(mark_of(card.suit()));
  const float height = box.width * (plain ? 0.46F : card.rank() == Rank::ace ? 0.62F : 0.54F);
  const Point centre{box.right() - box.width * (plain ? 0.32F : 0.37F),
                     box.bottom() - box.width * (plain ? 0.34F : 0.42F)};
  brush.shape(suit, fitting(suit, centre, height), colour);
}

// Parallel lines at 45 degrees through `area`, `step` px apart; `down` runs from the upper left to the lower right.
void draw_lattice(const Rect& area, float step, bool down, float width, Colour colour, Brush& brush) {
  for (float at = step / 2 - area.height; at < area.width; at += step) {
    // The line x = at + t, 0 <= t <= height, cut where it leaves the area.
    const float first = std::max(0.0F, -at);
    const float last = std::min(area.height, area.width - at);
    if (last <= first) continue;
    const auto y = [&](float t) { return down ? area.y + t : area.bottom() - t; };
    const Point ends[2] = {{area.x + at + first, y(first)}, {area.x + at + last, y(last)}};
    brush.line(ends, 2, width, colour);
  }
}

void draw_back(const Rect& box, const Theme& theme, Brush& brush) {
  brush.box(box, corner(box), theme[Role::card]);
  brush.frame(box, corner(box), std::max(0.75F, box.width * 0.012F), theme[Role::card_edge]);
  const float margin = std::max(2.0F, box.width * 0.07F);
  const Rect inner = box.inset(margin);
  const float radius = std::max(1.0F, corner(box) - margin * 0.5F);
  const Colour back = theme[Role::card_back];
  brush.box(inner, radius,
            Fill{mix(back, Colour{255, 255, 255, 255}, 0.08F), mix(back, Colour{0, 0, 0, 255}, 0.2F), Run::down});
  const Rect lattice = inner.inset(std::max(1.5F, box.width * 0.045F));
  const float step = std::max(6.0F, box.width * 0.17F);
  const float width = std::max(0.6F, box.width * 0.014F);
  for (bool down : {false, true}) draw_lattice(lattice, step, down, width, theme[Role::card_back_line], brush);
  brush.frame(lattice, radius * 0.6F, width * 1.2F, theme[Role::card_back_line]);
}

}  // namespace

void draw_card(const CardFigure& card, const Rect& box, const Theme& theme, Brush& brush) {
  draw_shadow(box, corner(box), card.raised ? 7 : 3, theme, brush);
  if (card.face) {
    draw_face(*card.face, box, theme, brush);
  } else {
    draw_back(box, theme, brush);
  }
  if (card.shaded) brush.box(box, corner(box), theme[Role::shade]);
  if (card.raised) {
    const float width = std::max(2.0F, box.width * 0.045F);
    brush.frame(box.inset(-width * 0.6F), corner(box) + width * 0.6F, width, theme[Role::brass]);
  }
}

void draw_card_place(const Rect& box, const Theme& theme, Brush& brush) {
  brush.box(box, corner(box), with_alpha(theme[Role::shadow], 0.5F));
  brush.frame(box, corner(box), 1, theme[Role::felt_line]);
}

}  // namespace baize::scene
