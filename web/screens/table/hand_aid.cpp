#include "web/screens/table/hand_aid.h"

#include <cmath>

#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/paint/canvas_brush.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/platform/timer.h"

namespace baize::web::screens {
namespace {

constexpr float k_line = 34;
constexpr float k_pill = 28;
constexpr std::string_view k_key = "hand-aid";
// Between two slices, ms: several in the time of a frame.
constexpr double k_pause = 3;

// "63", "4.5", "<0.1": as fine as the error allows.
std::string percent(double part, double error) {
  const double hundred = 100 * part;
  if (hundred > 0 && hundred < 0.1) return "<0.1";
  if (hundred < 100 && hundred > 99.9) return ">99.9";
  const auto tenths = static_cast<int>(std::lround(10 * hundred));
  std::string text = std::to_string(tenths / 10);
  if (error == 0 && tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text;
}

std::string chance_words(const games::Outlook& outlook) {
  if (!outlook.chance) return {};
  std::string words = percent(*outlook.chance, outlook.error) + " %";
  // Rounded up, so that it stays true.
  if (outlook.error > 0) words += " ± " + std::to_string(static_cast<int>(std::ceil(100 * outlook.error)));
  return words + " to win";
}

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

bool hand_aid_on() { return platform::stored(k_key) == "on"; }

void switch_hand_aid(bool on) {
  platform::store(k_key, on ? "on" : "off");
  platform::request_frame();
}

HandAid::~HandAid() { platform::cancel(timer_); }

float HandAid::height(const OpenTable& table) { return table.practice() && hand_aid_on() ? k_line : 0; }

void HandAid::follow(const OpenTable& table) {
  if (revision_ == table.revision()) return;
  revision_ = table.revision();
  const auto& view = *table.view();
  if (!view.viewer.seat) {
    odds_.reset();
    return;
  }
  games::AnyOdds odds = games::odds(view.shared.value.public_, view.viewer.own.value, *view.viewer.seat);
  if (odds_ && games::ask_the_same(*odds_, odds)) return;
  odds_ = std::move(odds);
  thinking_ = true;
  think();
}

void HandAid::think() {
  platform::cancel(timer_);
  timer_ = 0;
  thinking_ = thinking_ && odds_ && games::think(*odds_, games::k_thinking_slice);
  if (thinking_)
    timer_ = platform::after(k_pause, [this] { think(); });
  else
    platform::request_frame();
}

void HandAid::draw(const Rect& line, const OpenTable& table) {
  if (table.view() == nullptr) return;
  follow(table);
  if (!odds_) return;
  const games::Outlook outlook = games::outlook(*odds_);
  if (outlook.hand.empty()) return;
  std::string words = capitalised(outlook.hand);
  // While it is being found out nothing flickers.
  const std::string chance = thinking_ ? "…" : chance_words(outlook);
  if (!chance.empty()) words += " · " + chance;
  const paint::TextStyle style{.size = 15, .align = paint::Align::centre};
  const Rect pill = controls::in_middle(line, std::min(line.width - 16, paint::text_width(words, style) + 32), k_pill);
  paint::CanvasBrush brush;
  brush.box(pill, k_pill / 2, scene::with_alpha(paint::colour(Tint::plate), 0.9F));
  controls::label("aid/words", pill.inset(scene::Insets{14, 0, 14, 0}), words, style);
}

}  // namespace baize::web::screens
