#include "web/platform/clock.h"

#include <emscripten/emscripten.h>

#include <chrono>

extern "C" void baize_random(void* bytes, int size);

namespace baize::web::platform {

double monotonic() { return emscripten_get_now(); }

std::int64_t wall_clock() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void random_bytes(void* bytes, std::size_t size) { baize_random(bytes, static_cast<int>(size)); }

}  // namespace baize::web::platform
