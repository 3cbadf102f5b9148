#include "web/screens/table/record_check.h"

#include "protocol/verify.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/platform/frame_loop.h"
#include "web/platform/page.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;

constexpr float k_row_gap = 8;
constexpr float k_heading = 30;
constexpr paint::TextStyle k_body{.size = 15, .tint = Tint::ink_soft};
constexpr std::string_view k_words =
    "A record holds what was dealt and done, as you may know it, with everything that proves it. It is checked in this "
    "page, by the same rules as anywhere: the house has no say in it.";

bool row_button(Rect& area, const std::string& id, const std::string& label, const std::string& hint, bool disabled) {
  return controls::button({.id = id,
                           .label = label,
                           .rect = cut_top(area, paint::k_touch, k_row_gap),
                           .disabled = disabled,
                           .hint = hint,
                           .shortcut = {},
                           .copies = {}});
}

}  // namespace

float RecordCheck::height(float width, bool practice) const {
  const float said = found_.empty() ? 0 : paint::paragraph_height(found_, width, k_body) + k_row_gap;
  const float rows = practice ? 1 : 3;
  return k_heading + 4 + paint::paragraph_height(k_words, width, k_body) + k_row_gap + said +
         rows * (paint::k_touch + k_row_gap);
}

void RecordCheck::draw(Rect& area, OpenTable& table) {
  controls::heading("seal/record/title", cut_top(area, k_heading, 4), "Check a record", 3);
  controls::paragraph("seal/record/words",
                      cut_top(area, paint::paragraph_height(k_words, area.width, k_body), k_row_gap),
                      std::string(k_words), k_body);
  if (!found_.empty()) {
    paint::TextStyle style = k_body;
    style.tint = bad_ ? Tint::danger : Tint::ink;
    const Rect box = cut_top(area, paint::paragraph_height(found_, area.width, style), k_row_gap);
    controls::paragraph("seal/record/found", box, found_, style);
  }
  if (!table.practice()) {
    if (row_button(area, "seal/record", fetching_ ? "Fetching…" : "Check the table's record",
                   "Fetches what the house has stored of its deals and checks it here", fetching_))
      fetch(table, Fetch::check);
    if (row_button(area, "seal/record/keep", "Download the table's record",
                   "A file to keep, and to check anywhere with \"baize verify\"", fetching_))
      fetch(table, Fetch::keep);
  }
  if (row_button(area, "seal/record/choose", "Check a saved record…", "A record of any table, from this device", false))
    choose();
}

void RecordCheck::fetch(OpenTable& table, Fetch why) {
  fetching_ = true;
  found_.clear();
  const std::string id(table.id().view());
  table.account()->send(client::export_table(id), lifeline_.guard([this, why, id](const client::CallAnswer& answer) {
    fetching_ = false;
    if (answer.status != 200) return say("The record could not be fetched just now. Try again in a moment.", false);
    if (why == Fetch::check) return check("The table's record", answer.body);
    platform::save_file("baize-" + id + ".json", "application/json", answer.body);
    say("The record is on its way to your downloads.", false);
  }));
}

void RecordCheck::choose() {
  platform::choose_file(".json,application/json",
                        lifeline_.guard([this](const platform::ChosenFile& file) { check(file.name, file.text); }));
}

void RecordCheck::check(const std::string& name, std::string_view text) {
  const auto report = protocol::verify_text(text);
  if (!report) return say(name + " is not the record of a table, or it is damaged: it can't be checked.", true);
  say(name + ": " + protocol::summary(*report), !report->fault().empty());
}

void RecordCheck::say(std::string words, bool bad) {
  found_ = std::move(words);
  bad_ = bad;
  semantics::announce(found_, semantics::Urgency::assertive);
  platform::request_frame();
}

}  // namespace baize::web::screens
