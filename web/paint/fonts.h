// The two faces of the house, drawn at any size: ImGui makes the glyphs that are needed at the screen's density.
// Widths come from shared/scene, whose table was made from the same files.
#pragma once

#include <imgui.h>

#include "scene/text.h"

namespace baize::web::paint {

/// From the bundle's assets "fonts/regular.ttf" and "fonts/bold.ttf". Call once, after the ImGui context is made.
void load_fonts();

/// Glyphs are made for this many device pixels a CSS pixel; at the start of each frame.
void set_font_density(float pixel_ratio);

ImFont* font(scene::Weight weight);

/// From the pen's line to the base line at this size, in px: what ImGui puts above.
float ascent(scene::Weight weight, float size);

}  // namespace baize::web::paint
