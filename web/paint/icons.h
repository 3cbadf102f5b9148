// Small signs beside labels, drawn as lines in the colour of the text they stand by. They mean nothing on their own:
// whatever carries one has a name in words as well.
#pragma once

#include "scene/brush.h"
#include "web/platform/geometry.h"

namespace baize::web::paint {

enum class Icon {
  none,
  back,
  close,
  more,
  plus,
  minus,
  check,
  chevron,
  chat,
  eye,
  link,
  copy,
  gear,
  sound,
  mute,
  clock,
  people,
  robot,
  refresh,
  send,
  door,
  history,
  warning,
  lock,
  play,
  pause,
  step,
  step_back,
  first,
  last
};

/// Stretched to the box, which should be a square of 14 px or more.
void draw_icon(scene::Brush& brush, Icon icon, const Rect& box, scene::Colour colour);

}  // namespace baize::web::paint
