// The side panel of a table: chat, log, hands and people as pages. It stands beside the table on wide screens and is a
// dialog over it on small ones.
#pragma once

#include <optional>

#include "web/screens/table/chat_panel.h"
#include "web/screens/table/hands_panel.h"

namespace baize::web::screens {

inline constexpr float k_side_panel_width = 320;

class SidePanel {
 public:
  // Beside the table. The seat whose row was pressed, if one was.
  std::optional<core::Seat> draw_beside(const Rect& area, OpenTable& table);
  // As a dialog, while `open()`.
  std::optional<core::Seat> draw_over(const Rect& stage, OpenTable& table);

  void open() { open_ = true; }
  void close() { open_ = false; }
  // The hand that was asked for, once.
  std::optional<std::uint32_t> take_hand() { return std::exchange(hand_, {}); }

 private:
  std::optional<core::Seat> draw_pages(const Rect& area, OpenTable& table);

  std::optional<int> page_;  // nothing was chosen yet
  bool open_ = false;
  ChatPanel chat_;
  HandsPanel hands_;
  std::optional<std::uint32_t> hand_;
};

}  // namespace baize::web::screens
