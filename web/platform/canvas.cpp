#include "web/platform/canvas.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "web/platform/frame_loop.h"

extern "C" {
void baize_measure_stage(double* width_height_ratio);
void baize_size_canvas(int width, int height, double css_width, double css_height);
void baize_listen_stage();
void baize_page_failed(const char* reason, int size);
}

namespace baize::web::platform {
namespace {

constexpr const char* k_canvas = "#picture";
constexpr std::string_view k_no_graphics = "no-graphics";

struct Canvas {
  Viewport view;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
  bool lost = false;
  std::function<void()> restore;
};

Canvas& canvas() {
  static Canvas only;
  return only;
}

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE make_context(int version) {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = version;
  wanted.minorVersion = 0;
  wanted.alpha = EM_FALSE;
  wanted.depth = EM_FALSE;
  wanted.stencil = EM_FALSE;
  wanted.antialias = EM_FALSE;  // the draw lists smooth their own edges
  wanted.enableExtensionsByDefault = EM_TRUE;
  return emscripten_webgl_create_context(k_canvas, &wanted);
}

EM_BOOL on_context_event(int type, const void*, void*) {
  canvas().lost = type == EMSCRIPTEN_EVENT_WEBGLCONTEXTLOST;
  if (!canvas().lost) {
    emscripten_webgl_make_context_current(canvas().context);
    if (canvas().restore) canvas().restore();
    request_frame();
  }
  return EM_TRUE;
}

}  // namespace

Graphics open_canvas() {
  Graphics found = Graphics::webgl2;
  canvas().context = make_context(2);
  if (canvas().context <= 0) {
    found = Graphics::webgl1;
    canvas().context = make_context(1);
  }
  if (canvas().context <= 0) {
    baize_page_failed(k_no_graphics.data(), static_cast<int>(k_no_graphics.size()));
    return Graphics::none;
  }
  emscripten_webgl_make_context_current(canvas().context);
  emscripten_set_webglcontextlost_callback(k_canvas, nullptr, EM_TRUE, on_context_event);
  emscripten_set_webglcontextrestored_callback(k_canvas, nullptr, EM_TRUE, on_context_event);
  baize_listen_stage();
  fit_canvas();
  return found;
}

const Viewport& fit_canvas() {
  std::array<double, 3> size{};
  baize_measure_stage(size.data());
  Viewport& view = canvas().view;
  const int pixel_width = std::max(1, static_cast<int>(std::lround(size[0] * size[2])));
  const int pixel_height = std::max(1, static_cast<int>(std::lround(size[1] * size[2])));
  view.pixel_ratio = static_cast<float>(size[2]);
  view.width = static_cast<float>(size[0]);
  view.height = static_cast<float>(size[1]);
  if (pixel_width != view.pixel_width || pixel_height != view.pixel_height) {
    view.pixel_width = pixel_width;
    view.pixel_height = pixel_height;
    // The CSS size is derived from the whole device pixels, so that none is stretched.
    baize_size_canvas(pixel_width, pixel_height, pixel_width / size[2], pixel_height / size[2]);
  }
  return view;
}

const Viewport& viewport() { return canvas().view; }

bool can_draw() { return canvas().context > 0 && !canvas().lost; }

void on_context_restored(std::function<void()> restore) { canvas().restore = std::move(restore); }

extern "C" EMSCRIPTEN_KEEPALIVE void baize_stage_resized() { request_frame(); }

}  // namespace baize::web::platform
