// The table screen: the picture of a table that fills the stage, and around it the header, what the viewer can do, chat
// and log, and the dialogs. The same for a table on a server and for practice.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "web/controls/scene_view.h"
#include "web/screens/house.h"
#include "web/screens/replay/hand_replay.h"
#include "web/screens/screen.h"
#include "web/screens/table/action_bar.h"
#include "web/screens/table/buy_in.h"
#include "web/screens/table/edit_settings.h"
#include "web/screens/table/hand_aid.h"
#include "web/screens/table/menu.h"
#include "web/screens/table/player_card.h"
#include "web/screens/table/seal.h"
#include "web/screens/table/side_panel.h"
#include "web/screens/table/way_in.h"

namespace baize::web::screens {

class TableScreen final : public Screen {
 public:
  // A table of the house's server.
  TableScreen(House& house, const core::TableId& id);
  // A table in this tab.
  TableScreen(House& house, const client::Practice& practice);
  ~TableScreen() override;

  const OpenTable& table() const { return *table_; }
  // Whether it is on the stage, or kept behind another screen.
  void set_shown(bool shown);

  void draw(const Rect& stage) override;
  void page_seen() override;
  void network(bool up) override;
  void show_deal(std::optional<std::uint32_t> number) override;

 private:
  // Where things stand: the stage less the header above, the bar below and the panel beside.
  struct Places {
    Rect header;
    Rect picture;  // all but the panel
    Rect seal;     // below the header; as high as its plate takes
    Rect aid;      // above the bar; no height where there is none
    Rect bar;
    Rect words;  // in the header, for whose turn it is on flat stages
    Rect panel;  // empty where chat and log are a dialog
  };

  Places places(const Rect& stage) const;
  void draw_below_seal(const Rect& stage);
  void open(const std::string& passphrase);
  void draw_header(const Places& places);
  void draw_picture(const Places& places);
  void show_scene(const Places& places);
  void draw_banners(const Places& places);
  void draw_bar(const Places& places, const Rect& stage);
  void draw_dialogs();
  void draw_player();
  void draw_menu();
  void draw_way_in();
  void draw_missing(const Rect& stage);
  void touch(const std::string& action);
  void take_any_seat();
  void follow_hand();
  void replay(table::DealRecord record, std::string link);
  void close_replay();

  House& house_;
  std::optional<core::TableId> id_;  // none in practice
  std::unique_ptr<OpenTable> table_;
  bool shown_ = true;

  paint::ScenePainter painter_;
  std::uint64_t shown_revision_ = 0;
  std::optional<Places> shown_places_;

  ActionBar bar_;
  HandAid aid_;
  SidePanel side_;
  Seal seal_;
  std::optional<Menu> menu_;
  std::optional<BuyIn> buy_in_;
  std::optional<EditSettings> settings_;
  std::optional<PlayerCard> player_;
  WayIn way_in_;

  std::unique_ptr<HandReplay> replay_;       // over the table, which goes on
  std::optional<std::uint32_t> asked_hand_;  // by the route
  Lifeline fetching_;
};

}  // namespace baize::web::screens
