// The page's two clocks and its entropy, handed as data to whatever in shared/ needs them. Nothing else in web/ reads
// the time or rolls dice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace baize::web::platform {

/// Milliseconds since the page was opened; never goes back. For animation and time-outs.
double monotonic();

/// Unix milliseconds by this machine's wall clock, which may be wrong: deadlines count against the server's `now`.
std::int64_t wall_clock();

/// "21:04": a moment (Unix ms) where this person is.
std::string time_of_day(std::int64_t at);

/// "21 Nov, 21:04": the same with its day.
std::string date_and_time(std::int64_t at);

/// Fills `size` bytes from the browser's cryptographic generator. Aborts the page if the browser has none.
void random_bytes(void* bytes, std::size_t size);

}  // namespace baize::web::platform
