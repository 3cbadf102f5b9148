// What draw.cpp is put together from: one function a family of figures, in draw_card.cpp, draw_chips.cpp and
// draw_seat.cpp, and the few strokes that they share. Nobody outside this folder's drawing uses it.
#pragma once

#include "scene/brush.h"
#include "scene/scene.h"

namespace baize::scene {

// A soft shadow under a round-cornered box: `depth` px far and wide.
void draw_shadow(const Rect& box, float radius, float depth, const Theme& theme, Brush& brush);

// One line of text in `box`, its middle in the box's middle, cut to the box's width.
void draw_line(std::string_view utf8, const Rect& box, float size, Weight weight, Align align, Colour colour,
               Brush& brush);

void draw_card(const CardFigure& card, const Rect& box, const Theme& theme, Brush& brush);
void draw_card_place(const Rect& box, const Theme& theme, Brush& brush);
void draw_chips(const ChipPile& pile, const Rect& box, const Theme& theme, Brush& brush);
void draw_token(const Token& token, const Rect& box, const Theme& theme, Brush& brush);
void draw_plate(const SeatPlate& plate, const Rect& box, const Theme& theme, TimeMs now, Brush& brush);
void draw_empty_seat(const EmptySeat& seat, const Rect& box, const Theme& theme, Brush& brush);

}  // namespace baize::scene
