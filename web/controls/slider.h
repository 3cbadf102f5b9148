// A slider for whole amounts. By mouse and finger it is drawn; by keyboard and assistive technology it is the native
// range input that its twin is.
#pragma once

#include <cstdint>
#include <string>

#include "web/platform/geometry.h"

namespace baize::web::controls {

/// fine_low: the lower half of the way covers a quarter of the range, as small raises are the common ones.
enum class Spread { even, fine_low };

struct Slider {
  std::string id;
  std::string label;
  Rect rect;  ///< k_touch high
  std::int64_t low = 0;
  std::int64_t high = 100;
  std::int64_t step = 1;  ///< counted from `low`; `high` itself can always be reached
  std::string spoken;     ///< "raise to 200", for readers
  Spread spread = Spread::even;
  bool disabled = false;
};

/// True when `value` changed. It is kept within low..high.
bool slider(const Slider& slider, std::int64_t& value);

}  // namespace baize::web::controls
