// The small sounds of a card room, made by WebAudio when they are needed: nothing is downloaded. Silent until the
// person has clicked or typed once (browsers insist) and while switched off.
#pragma once

namespace baize::web::platform {

enum class Sound { click, card, chip, check, turn, win, warning, notice };

void play_sound(Sound sound);
void set_sound(bool on);
bool sound_on();

}  // namespace baize::web::platform
