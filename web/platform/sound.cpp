#include "web/platform/sound.h"

extern "C" void baize_sound(int which);
extern "C" void baize_sound_ready();

namespace baize::web::platform {
namespace {

bool on = true;
bool ready = false;

}  // namespace

void play_sound(Sound sound) {
  if (on) baize_sound(static_cast<int>(sound));
}

void set_sound(bool wanted) {
  on = wanted;
  if (!on || ready) return;
  ready = true;
  baize_sound_ready();
}

bool sound_on() { return on; }

}  // namespace baize::web::platform
