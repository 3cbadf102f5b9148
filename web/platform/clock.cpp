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

namespace {

std::string local_time(std::int64_t at, const char* form) {
  const auto seconds = static_cast<std::time_t>(at / 1000);
  std::tm local{};
  localtime_r(&seconds, &local);
  char text[32];
  return {text, std::strftime(text, sizeof(text), form, &local)};
}

}  // namespace

std::string time_of_day(std::int64_t at) { return local_time(at, "%H:%M"); }

std::string date_and_time(std::int64_t at) { return local_time(at, "%e %b, %H:%M"); }

void random_bytes(void* bytes, std::size_t size) { baize_random(bytes, static_cast<int>(size)); }

}  // namespace baize::web::platform
