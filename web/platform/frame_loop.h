// The one frame loop. It draws on demand only: whoever changes something asks for a frame, whoever moves something says
// until when. An idle page draws nothing, a hidden one neither; messages and timers do not wait for frames.
#pragma once

#include <cstdint>
#include <functional>

namespace baize::web::platform {

/// `now` is clock::monotonic() of this frame, in milliseconds.
using Draw = std::function<void(double now)>;

/// Sets what a frame draws and asks for the first one. Call once.
void run_frames(Draw draw);

/// A frame soon. Cheap, may be called any number of times from anywhere, also while drawing (then: one more frame).
void request_frame();

/// Frames, one after the other, until this moment of the monotonic clock (milliseconds).
void animate_until(double moment);

/// A frame at or shortly after this moment (a countdown that changes once a second, a caret), nothing until then.
void request_frame_at(double moment);

/// How many frames were drawn since the page was opened.
std::uint64_t frames_drawn();

}  // namespace baize::web::platform
