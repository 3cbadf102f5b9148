// Pointer, wheel and key events of the stage, fed into Dear ImGui's input queue. Listening is in capture on the common
// parent of canvas and DOM twins, so a pointer arrives at the same place whichever of them it hits. Text is never typed
// through here: it lives in real input elements (semantics::Entry).
#pragma once

namespace baize::web::platform {

/// Starts to listen. Needs an ImGui context; call once.
void listen_to_input();

/// Somebody who touches gets larger hit areas and no hover; follows the last pointer used.
bool touching();

/// The person asked the system for less movement (prefers-reduced-motion).
bool reduced_motion();

}  // namespace baize::web::platform
