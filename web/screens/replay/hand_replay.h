// A hand that is over, played again in the picture of a table: step by step, by a slider, or by itself at a speed; with
// a sentence for each step, its text and its PHH to take away, and a link. It draws the whole stage. Used by the screen
// behind such a link and, over a table that goes on, by the table's screen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "table/history.h"
#include "web/paint/scene_painter.h"
#include "web/platform/geometry.h"

namespace baize::web::screens {

class HandReplay {
 public:
  // `record`: as `uuid` may know it. `link`: the address of this hand for others; empty where there is none.
  HandReplay(table::DealRecord record, const core::Uuid& uuid, std::string link);

  enum class Wish { nothing, close };
  // `turn`: what the viewer is asked at the table meanwhile ("Your turn: 50 to call"); empty if nothing.
  Wish draw(const Rect& stage, const std::string& turn);

  std::uint32_t number() const { return record_.start.number; }

 private:
  struct Places {
    Rect header;
    Rect picture;
    Rect bar;
    bool flat = false;  // a phone on its side: no height to spare
  };

  static Places places(const Rect& stage);
  void go_to(std::size_t step);
  void set_playing(bool playing);
  void play_on(double now);
  void listen_to_keys();
  void show_scene(const Places& places);
  Wish draw_header(const Places& places, const std::string& turn);
  void draw_files(Rect& strip);
  void draw_title(Rect area) const;
  void draw_bar(const Places& places);
  void draw_words(const Rect& area) const;
  void draw_slider(const Rect& area);
  void draw_buttons(Rect area, bool with_chapters);
  void draw_chapters(Rect area);
  void take_away(games::HistoryForm form, std::string_view extension, std::string_view type) const;
  std::string spoken_step() const;

  table::DealRecord record_;
  core::Uuid uuid_;
  std::string link_;
  bool has_notation_ = false;
  std::vector<games::ReplayStep> steps_;
  std::size_t step_ = 0;
  std::optional<std::size_t> shown_step_;
  std::optional<Rect> shown_place_;
  bool playing_ = false;
  double next_at_ = 0;  // monotonic, ms
  int speed_ = 0;       // an index
  paint::ScenePainter painter_;
};

}  // namespace baize::web::screens
