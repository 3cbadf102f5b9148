// The picture: Dear ImGui's context, its WebGL back end and fonts, and the one window that covers the stage. main calls
// it around each frame; controls and painters draw into it in between. Coordinates are CSS pixels at any pixel ratio.
#pragma once

namespace baize::web::paint {

/// Needs an open canvas and the fonts among the assets. Call once.
void start_picture();

/// Opens the frame of this moment (milliseconds, monotonic).
void begin_picture(double now);

/// Renders it, and asks for another frame if input is still waiting to be looked at.
void end_picture();

/// The moment of the frame being drawn, milliseconds, monotonic.
double frame_moment();

}  // namespace baize::web::paint
