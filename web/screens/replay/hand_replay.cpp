#include "web/screens/replay/hand_replay.h"

#include <imgui.h>

#include <algorithm>
#include <array>

#include "narration/words.h"
#include "table/picture.h"
#include "table/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/press.h"
#include "web/controls/scene_view.h"
#include "web/controls/slider.h"
#include "web/paint/canvas_brush.h"
#include "web/paint/picture.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/screens/table/scene_sounds.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::Button;
using controls::cut_bottom;
using controls::cut_left;
using controls::cut_right;
using controls::cut_top;
using paint::Icon;

constexpr float k_header = 56;
constexpr float k_flat_header = 48;
constexpr float k_flat = 480;   // px of height
constexpr float k_wide = 760;   // px; narrower stages give the chapters a row of their own
constexpr float k_files = 320;  // px; less room beside a turn is left to the title
constexpr float k_words = 46;   // two lines
constexpr float k_row_gap = 6;
constexpr float k_margin = 12;
constexpr float k_column = 900;     // the bar is no wider
constexpr double k_step_ms = 1500;  // at single speed
constexpr std::array<double, 3> k_speeds{1, 2, 4};
constexpr paint::TextStyle k_words_style{.size = 16, .align = paint::Align::centre};

bool key(ImGuiKey one) { return !semantics::covered() && ImGui::IsKeyPressed(one, false); }

}  // namespace

HandReplay::HandReplay(table::DealRecord record, const core::Uuid& uuid, std::string link)
    : record_(std::move(record)), uuid_(uuid), link_(std::move(link)), steps_(table::replay_steps(record_, uuid_)) {
  if (steps_.empty()) steps_.push_back({});
  has_notation_ = !table::history(record_, uuid_, games::HistoryForm::notation).empty();
}

HandReplay::Wish HandReplay::draw(const Rect& stage, const std::string& turn) {
  const Places places = HandReplay::places(stage);
  listen_to_keys();
  play_on(paint::frame_moment());
  show_scene(places);
  controls::scene_view({.id = "replay", .label = "Replay", .origin = {places.picture.x, places.picture.y}}, painter_);
  const Wish wish = draw_header(places, turn);
  draw_bar(places);
  return key(ImGuiKey_Escape) ? Wish::close : wish;
}

HandReplay::Places HandReplay::places(const Rect& stage) {
  Places places;
  places.flat = stage.height < k_flat;
  places.picture = stage;
  Rect rest = stage;
  places.header = cut_top(rest, places.flat ? k_flat_header : k_header, 0);
  const float row = paint::k_touch + k_row_gap;
  const float rows = places.flat ? row : stage.width < k_wide ? 3 * row : 2 * row;
  places.bar = cut_bottom(rest, (places.flat ? 26 : k_words) + rows + k_margin, 0);
  return places;
}

void HandReplay::go_to(std::size_t step) {
  step = std::min(step, steps_.size() - 1);
  if (step == step_) return;
  step_ = step;
  next_at_ = paint::frame_moment() + k_step_ms / k_speeds.at(static_cast<std::size_t>(speed_));
  if (!steps_[step_].words.empty()) semantics::announce(steps_[step_].words);
  platform::request_frame();
}

void HandReplay::set_playing(bool playing) {
  if (playing && step_ + 1 == steps_.size()) go_to(0);
  playing_ = playing;
  next_at_ = paint::frame_moment() + k_step_ms / k_speeds.at(static_cast<std::size_t>(speed_));
  platform::request_frame();
}

void HandReplay::play_on(double now) {
  if (!playing_) return;
  if (now >= next_at_) go_to(step_ + 1);
  if (step_ + 1 == steps_.size())
    playing_ = false;
  else
    platform::request_frame_at(next_at_);
}

void HandReplay::listen_to_keys() {
  if (key(ImGuiKey_RightArrow)) go_to(step_ + 1);
  if (key(ImGuiKey_LeftArrow) && step_ > 0) go_to(step_ - 1);
  if (key(ImGuiKey_Home)) go_to(0);
  if (key(ImGuiKey_End)) go_to(steps_.size() - 1);
  if (key(ImGuiKey_Space)) set_playing(!playing_);
}

void HandReplay::show_scene(const Places& places) {
  const bool moved = !shown_place_ || !(*shown_place_ == places.picture);
  if (!moved && shown_step_ == step_) return;
  table::PictureSetting setting;
  setting.area = {places.picture.width, places.picture.height};
  setting.safe = {0, places.header.height, 0, places.bar.height};
  setting.offers_seats = false;
  const table::GameView view = table::replay_view(record_, uuid_, steps_[step_].events);
  scene::Scene scene = table::picture(view.shared.value, &view.viewer, setting);
  if (!moved && shown_step_ && step_ == *shown_step_ + 1) play_changes(painter_.scene(), scene);
  painter_.show(std::move(scene), paint::frame_moment());
  shown_step_ = step_;
  shown_place_ = places.picture;
}

HandReplay::Wish HandReplay::draw_header(const Places& places, const std::string& turn) {
  const semantics::Group banner("replay/header", semantics::Role::banner, "Replay");
  const float spare = (places.header.height - paint::k_touch) / 2;
  Rect rest = places.header.inset(scene::Insets{6, spare, 6, spare});
  Wish wish = Wish::nothing;
  if (controls::icon_button("replay/close", Icon::back, "Close the replay", cut_left(rest, paint::k_touch, 4)))
    wish = Wish::close;
  // Whoever looks at an old hand must not miss the turn in the new one.
  if (!turn.empty()) {
    Button button{.id = "replay/turn",
                  .label = turn,
                  .rect = {},
                  .kind = controls::Kind::primary,
                  .hint = {},
                  .shortcut = {},
                  .copies = {}};
    button.rect = cut_right(rest, std::min(controls::button_width(button), rest.width), 4);
    if (controls::button(button)) wish = Wish::close;
  }
  if (turn.empty() || rest.width > k_files) draw_files(rest);
  draw_title(rest);
  return wish;
}

void HandReplay::draw_files(Rect& strip) {
  const auto file = [&](games::HistoryForm form, std::string label, std::string hint, std::string_view extension,
                        std::string_view type) {
    Button button{.id = "replay/" + std::string(extension),
                  .label = std::move(label),
                  .rect = {},
                  .kind = controls::Kind::quiet,
                  .hint = std::move(hint),
                  .shortcut = {},
                  .copies = {}};
    button.rect = cut_right(strip, controls::button_width(button) - 12, 2);
    if (controls::button(button)) take_away(form, extension, type);
  };
  if (has_notation_)
    file(games::HistoryForm::notation, "PHH", "Save it as other programs read it", "phh", "application/toml");
  file(games::HistoryForm::text, "Text", "Save it as text", "txt", "text/plain");
  if (link_.empty()) return;
  const Button copy{.id = "replay/copy",
                    .label = "Copy the link to this " + std::string(games::deal_word(record_.settings.game.value)),
                    .rect = cut_right(strip, paint::k_touch, 2),
                    .kind = controls::Kind::quiet,
                    .icon = Icon::link,
                    .icon_only = true,
                    .hint = "Whoever opens it sees what they may know",
                    .shortcut = {},
                    .copies = link_};
  if (controls::button(copy)) semantics::announce("The link is on the clipboard.");
}

void HandReplay::draw_title(Rect area) const {
  controls::heading("replay/title", controls::row(area, 0, 2, 0).moved(0, 2),
                    table::deal_title(record_.settings, number()), 3);
  controls::label("replay/table", controls::row(area, 1, 2, 0).moved(0, -2), std::string(record_.name.view()),
                  {.size = paint::k_text_small, .tint = Tint::ink_soft});
}

void HandReplay::draw_bar(const Places& places) {
  const semantics::Group region("replay/bar", semantics::Role::region, "Steps");
  paint::CanvasBrush brush;
  brush.box(places.bar, 0, scene::with_alpha(paint::colour(Tint::plate), 0.55F));
  Rect rest =
      controls::in_middle(places.bar, k_column, places.bar.height).inset(scene::Insets{k_margin, 0, k_margin, 8});
  if (places.flat) {
    draw_words(cut_top(rest, 26, 2));
    Rect row = cut_top(rest, paint::k_touch, 0);
    draw_buttons(cut_left(row, 5 * (paint::k_touch + 4) + 4, 8), false);
    return draw_slider(row);
  }
  const bool wide = places.bar.width >= k_wide;
  draw_words(cut_top(rest, k_words, 0));
  draw_slider(cut_top(rest, paint::k_touch, k_row_gap));
  if (!wide) draw_chapters(cut_top(rest, paint::k_touch, k_row_gap));
  draw_buttons(cut_top(rest, paint::k_touch, 0), wide);
}

void HandReplay::draw_words(const Rect& area) const {
  const std::string& words = steps_[step_].words;
  const float height = paint::paragraph_height(words, area.width, k_words_style);
  const Rect box = height <= area.height ? scene::around(area.centre(), {area.width, height}) : area;
  controls::paragraph("replay/words", box, words, k_words_style);
}

std::string HandReplay::spoken_step() const {
  return "Step " + std::to_string(step_ + 1) + " of " + std::to_string(steps_.size()) + ": " + steps_[step_].words;
}

void HandReplay::draw_slider(const Rect& area) {
  auto step = static_cast<std::int64_t>(step_) + 1;
  const controls::Slider slider{.id = "replay/slider",
                                .label = "Step",
                                .rect = area,
                                .low = 1,
                                .high = static_cast<std::int64_t>(steps_.size()),
                                .spoken = spoken_step()};
  if (!controls::slider(slider, step)) return;
  playing_ = false;
  go_to(static_cast<std::size_t>(step - 1));
}

void HandReplay::draw_buttons(Rect area, bool with_chapters) {
  const float size = paint::k_touch;
  Rect row = area;
  const auto icon = [&](const char* id, Icon sign, const char* label, bool disabled) {
    return controls::button({.id = id,
                             .label = label,
                             .rect = cut_left(row, size, 4),
                             .kind = controls::Kind::quiet,
                             .icon = sign,
                             .icon_only = true,
                             .disabled = disabled,
                             .hint = {},
                             .shortcut = {},
                             .copies = {}});
  };
  const bool first = step_ == 0;
  const bool last = step_ + 1 == steps_.size();
  if (!with_chapters) row = controls::in_middle(area, 5 * (size + 4) + (area.width > 300 ? 68 : 0), size);
  if (icon("replay/first", Icon::first, "To the start", first)) go_to(0);
  if (icon("replay/back", Icon::step_back, "Step back", first)) go_to(step_ - 1);
  const char* const name = playing_ ? "Pause" : "Play";
  if (controls::button({.id = "replay/play",
                        .label = name,
                        .rect = cut_left(row, size, 4),
                        .kind = controls::Kind::primary,
                        .icon = playing_ ? Icon::pause : Icon::play,
                        .icon_only = true,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    set_playing(!playing_);
  if (icon("replay/forward", Icon::step, "Step forward", last)) go_to(step_ + 1);
  if (icon("replay/last", Icon::last, "To the end", last)) go_to(steps_.size() - 1);
  if (row.width < 60) return;
  const std::string speed = std::to_string(static_cast<int>(k_speeds.at(static_cast<std::size_t>(speed_)))) + "×";
  if (controls::button({.id = "replay/speed",
                        .label = speed,
                        .rect = cut_left(row, 64, 12),
                        .kind = controls::Kind::quiet,
                        .hint = "How fast it plays",
                        .shortcut = {},
                        .copies = {}}))
    speed_ = (speed_ + 1) % static_cast<int>(k_speeds.size());
  if (with_chapters) draw_chapters(row);
}

void HandReplay::draw_chapters(Rect area) {
  const semantics::Group group("replay/chapters", semantics::Role::group, "Go to");
  std::vector<std::size_t> chapters;
  for (std::size_t i = 0; i < steps_.size(); ++i)
    if (!steps_[i].chapter.empty()) chapters.push_back(i);
  const int count = static_cast<int>(chapters.size());
  if (count == 0) return;
  const float width = std::min((area.width - 4 * static_cast<float>(count - 1)) / static_cast<float>(count), 96.0F);
  Rect row = area;
  row = cut_right(row, width * static_cast<float>(count) + 4 * static_cast<float>(count - 1), 0);
  for (int i = 0; i < count; ++i) {
    const std::size_t at = chapters[static_cast<std::size_t>(i)];
    const std::size_t end = i + 1 < count ? chapters[static_cast<std::size_t>(i) + 1] : steps_.size();
    const bool here = step_ >= at && step_ < end;
    const Rect box = cut_left(row, width, 4);
    const auto press = controls::press({.id = "replay/chapter/" + std::to_string(i),
                                        .role = semantics::Role::button,
                                        .name = steps_[at].chapter,
                                        .rect = box,
                                        .pressed = here});
    paint::CanvasBrush brush;
    const Rect pill = box.inset(scene::Insets{0, 7, 0, 7});
    const float light = here ? 1.0F : press.hovered ? 0.7F : 0.35F;
    brush.box(pill, pill.height / 2, scene::with_alpha(paint::colour(here ? Tint::brass : Tint::plate_edge), light));
    paint::draw_text(pill, steps_[at].chapter,
                     {.size = width < 80 ? 12.0F : 13.0F,
                      .weight = here ? Weight::bold : Weight::regular,
                      .tint = here ? Tint::ink_on_lit : Tint::ink,
                      .align = paint::Align::centre});
    controls::draw_focus_ring("replay/chapter/" + std::to_string(i), pill, pill.height / 2);
    if (press.pressed) go_to(at);
  }
}

void HandReplay::take_away(games::HistoryForm form, std::string_view extension, std::string_view type) const {
  const std::string name =
      std::string(record_.table.view()) + "-" + std::to_string(number()) + "." + std::string(extension);
  platform::save_file(name, type, table::history(record_, uuid_, form));
}

}  // namespace baize::web::screens
