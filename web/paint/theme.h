// The look of everything that is drawn outside a scene: the colours of the theme in use and the measures of controls.
// Screens take sizes from here, never from their heads.
#pragma once

#include "scene/text.h"
#include "scene/theme.h"
#include "web/platform/geometry.h"

namespace baize::web {

using scene::Colour;
using scene::Weight;
using Tint = scene::Role;  ///< a colour by what it is for

}  // namespace baize::web

namespace baize::web::paint {

/// The theme in use; the house theme until another is set.
const scene::Theme& theme();
void set_theme(const scene::Theme& theme);
inline Colour colour(Tint tint) { return theme()[tint]; }

// CSS pixels.
inline constexpr float k_touch = 44;  ///< the least height and width of what is touched
inline constexpr float k_gap = 12;
inline constexpr float k_margin = 20;
inline constexpr float k_radius = 10;
inline constexpr float k_text_small = 13;
inline constexpr float k_text = 16;
inline constexpr float k_text_large = 20;
inline constexpr float k_text_title = 28;

// Milliseconds.
inline constexpr double k_hover_fade = 120;
inline constexpr double k_move = 280;

}  // namespace baize::web::paint
