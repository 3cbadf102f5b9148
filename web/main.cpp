// The client's door: opens the canvas, makes the picture, and draws a frame of the app whenever one is asked for.
#include <memory>

#include "web/paint/picture.h"
#include "web/platform/canvas.h"
#include "web/platform/frame_loop.h"
#include "web/platform/input.h"
#include "web/platform/page.h"
#include "web/screens/app.h"
#include "web/semantics/semantics.h"

int main() {
  using namespace baize::web;
  if (platform::open_canvas() == platform::Graphics::none) return 1;
  paint::start_picture();
  platform::listen_to_input();
  semantics::start();
  platform::set_language("en");
  // The page's listeners and the frame loop keep it as long as the page lives.
  const auto app = std::make_shared<screens::App>();
  platform::run_frames([app](double now) {
    paint::begin_picture(now);
    semantics::begin_frame();
    app->draw();
    semantics::end_frame();
    paint::end_picture();
  });
}
