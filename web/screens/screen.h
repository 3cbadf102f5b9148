// Screen: one thing that the whole stage shows. The app makes the one that the route asks for, draws it frame by frame
// and tells it what the page learns; a screen keeps its own state and knows no other screen.
#pragma once

#include <cstdint>
#include <optional>

#include "web/platform/geometry.h"

namespace baize::web::screens {

class Screen {
 public:
  Screen() = default;
  virtual ~Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // `stage`: all that is visible, CSS px.
  virtual void draw(const Rect& stage) = 0;

  // The route asks for a hand that is over, or no longer does; for screens that show one.
  virtual void show_deal(std::optional<std::uint32_t>) {}
  // The page can be seen again after it was hidden.
  virtual void page_seen() {}
  // The device has or has not a network now.
  virtual void network(bool) {}
};

}  // namespace baize::web::screens
