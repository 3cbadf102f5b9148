#include "web/platform/frame_loop.h"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <utility>

#include "web/platform/canvas.h"
#include "web/platform/clock.h"
#include "web/platform/timer.h"

extern "C" void baize_first_frame();

namespace baize::web::platform {
namespace {

struct Loop {
  Draw draw;
  bool asked = false;
  double moving_until = 0;
  double wake_at = 0;  // 0: no timer runs
  int wake_timer = 0;
  std::uint64_t drawn = 0;
};

Loop& loop() {
  static Loop only;
  return only;
}

EM_BOOL on_animation_frame(double, void*) {
  loop().asked = false;
  if (!loop().draw || !can_draw()) return EM_FALSE;
  const double now = monotonic();
  loop().draw(now);
  if (loop().drawn++ == 0) baize_first_frame();
  if (now < loop().moving_until) request_frame();
  return EM_FALSE;
}

}  // namespace

void run_frames(Draw draw) {
  loop().draw = std::move(draw);
  request_frame();
}

void request_frame() {
  if (loop().asked) return;
  loop().asked = true;
  emscripten_request_animation_frame(on_animation_frame, nullptr);
}

void animate_until(double moment) {
  loop().moving_until = std::max(loop().moving_until, moment);
  request_frame();
}

void request_frame_at(double moment) {
  if (loop().wake_at != 0 && loop().wake_at <= moment) return;
  cancel(loop().wake_timer);
  loop().wake_at = moment;
  loop().wake_timer = after(std::max(0.0, moment - monotonic()), [] {
    loop().wake_at = 0;
    request_frame();
  });
}

std::uint64_t frames_drawn() { return loop().drawn; }

}  // namespace baize::web::platform
