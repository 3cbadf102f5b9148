#include "web/platform/clock.h"

#include <emscripten/emscripten.h>

#include <chrono>
#include <ctime>

extern "C" void baize_random(void* bytes, int size);

namespace baize::web::platform {

double monotonic() { return emscripten_get_now(); }

std::int64_t wall_clock() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string time_of_day(std::int64_t at) {
  const auto seconds = static_cast<std::time_t>(at / 1000);
  std::tm local{};
  localtime_r(&seconds, &local);
  char text[8];
  return {text, std::strftime(text, sizeof(text), "%H:%M", &local)};
}

void random_bytes(void* bytes, std::size_t size) { baize_random(bytes, static_cast<int>(size)); }

}  // namespace baize::web::platform
