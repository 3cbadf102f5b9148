#include "web/platform/timer.h"

#include <emscripten/emscripten.h>

#include <map>
#include <utility>

extern "C" int baize_after(double milliseconds, int number);
extern "C" void baize_cancel(int handle);

namespace baize::web::platform {
namespace {

struct Waiting {
  int handle = 0;
  std::function<void()> action;
};

std::map<int, Waiting>& waiting() {
  static std::map<int, Waiting> all;
  return all;
}

int last_number = 0;

}  // namespace

int after(double milliseconds, std::function<void()> action) {
  const int number = ++last_number;
  waiting()[number] = {baize_after(milliseconds, number), std::move(action)};
  return number;
}

void cancel(int timer) {
  const auto found = waiting().find(timer);
  if (found == waiting().end()) return;
  baize_cancel(found->second.handle);
  waiting().erase(found);
}

extern "C" EMSCRIPTEN_KEEPALIVE void baize_timer_due(int number) {
  auto node = waiting().extract(number);
  if (!node.empty()) node.mapped().action();
}

}  // namespace baize::web::platform
