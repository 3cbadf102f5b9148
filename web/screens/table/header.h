// The strip above a table: its name, stakes and how the connection stands, the link to share, the sound, the menu and,
// on small screens, the way to chat and log. Says what was pressed; what it can do itself (sound, clipboard) it does.
#pragma once

#include "web/screens/table/open_table.h"

namespace baize::web::screens {

inline constexpr float k_header_height = 56;
inline constexpr float k_flat_header_height = 48;
// On a flat stage the name takes this much, and the middle of the strip is free for whose turn it is.
inline constexpr float k_flat_title = 200;

enum class HeaderWish { nothing, leave, menu, side_panel };

// `link`: what "Copy link" copies; empty where there is nothing to share. `panel_offered`: chat and log are not beside
// the table already.
HeaderWish draw_header(const Rect& strip, OpenTable& table, const std::string& link, bool panel_offered);

}  // namespace baize::web::screens
