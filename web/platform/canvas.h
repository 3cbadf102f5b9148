// The canvas: its size in CSS pixels, its pixel ratio and its WebGL context, kept through resizes, zoom, on-screen
// keyboards and lost contexts. web/paint draws into it; nothing else touches WebGL.
#pragma once

#include <functional>

namespace baize::web::platform {

struct Viewport {
  float width = 0;   ///< CSS pixels that are visible (less while an on-screen keyboard is up)
  float height = 0;  ///< likewise
  float pixel_ratio = 1;
  int pixel_width = 0;  ///< of the drawing buffer, device pixels
  int pixel_height = 0;
};

enum class Graphics { webgl2, webgl1, none };

/// Makes the drawing context: WebGL 2, else 1. With neither the shell's error panel is shown and the answer is `none`.
Graphics open_canvas();

/// Takes the present size of the stage into the drawing buffer; call at the start of a frame.
const Viewport& fit_canvas();

const Viewport& viewport();

/// False while the graphics context is lost; then nothing may be drawn.
bool can_draw();

/// Called when a lost context is back and every texture, buffer and program must be made again.
void on_context_restored(std::function<void()> restore);

}  // namespace baize::web::platform
