// One-shot timers that also run while the page is hidden (browsers then slow them to about one a second). The client's
// reconnects and the local table's thinking use them; pictures use frames.
#pragma once

#include <functional>

namespace baize::web::platform {

/// Runs `action` once after `milliseconds` (0: as soon as the browser is back in its loop). Returns a number > 0.
int after(double milliseconds, std::function<void()> action);

/// Forgets a timer that has not run yet; any other number is ignored.
void cancel(int timer);

}  // namespace baize::web::platform
