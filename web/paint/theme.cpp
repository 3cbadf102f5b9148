#include "web/paint/theme.h"

namespace baize::web::paint {
namespace {

scene::Theme& current() {
  static scene::Theme in_use = scene::house_theme();
  return in_use;
}

}  // namespace

const scene::Theme& theme() { return current(); }

void set_theme(const scene::Theme& theme) { current() = theme; }

}  // namespace baize::web::paint
