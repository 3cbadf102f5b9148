// The hands of a table that are over, the newest first, with what each was worth to the viewer; more come as one
// scrolls. From the server, or in practice from what this page saw. Used by the side panel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/screens/lifeline.h"
#include "web/screens/table/open_table.h"

namespace baize::web::screens {

class HandsPanel {
 public:
  // The number of the hand whose row was pressed, if one was.
  std::optional<std::uint32_t> draw(const Rect& area, const OpenTable& table);

 private:
  void look(const OpenTable& table);
  void look_in_session(const OpenTable& table);
  void ask(const OpenTable& table, std::optional<std::uint32_t> before);
  void take_in(const client::CallAnswer& answer, std::optional<std::uint32_t> before);
  static bool draw_line(const table::DealLine& line, const std::string& title, const Rect& rect);

  std::vector<table::DealLine> lines_;
  std::optional<std::uint32_t> next_;  // there are more below this number
  bool known_ = false;
  bool asking_ = false;
  std::string trouble_;
  std::uint64_t seen_ = 0;  // changes whenever a deal begins or ends
  Lifeline lifeline_;
};

}  // namespace baize::web::screens
