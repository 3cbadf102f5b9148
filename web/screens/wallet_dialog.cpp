#include "web/screens/wallet_dialog.h"

#include <algorithm>
#include <cstdlib>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/panel.h"
#include "web/controls/scroll.h"
#include "web/platform/clock.h"
#include "web/platform/frame_loop.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;

constexpr float k_width = 460;
constexpr float k_list = 330;
constexpr float k_row = 50;
constexpr float k_button = 48;
constexpr core::Chips k_few{1000};  // the house may help below this; the server knows its own limit

std::string title_of(const protocol::LedgerEntry& entry) {
  const std::string table = entry.table_name ? std::string(entry.table_name->view()) : "a table";
  if (entry.why == "buy-in") return "To " + table;
  if (entry.why == "cash-out") return "From " + table;
  if (entry.why == "grant") return "Welcome chips";
  if (entry.why == "claim") return "Help from the house";
  return entry.why;
}

std::string amount_of(const protocol::LedgerEntry& entry) {
  return (entry.amount < 0 ? "−" : "+") + narration::number(std::abs(entry.amount));
}

void draw_entry(const protocol::LedgerEntry& entry, const Rect& row) {
  const std::string at = platform::date_and_time(entry.at);
  const std::string left = narration::number(entry.balance) + " left";
  controls::divider(row);
  semantics::add({.id = "wallet/" + std::to_string(entry.id),
                  .role = semantics::Role::text,
                  .name = title_of(entry) + ", " + amount_of(entry) + ", " + at + ", " + left,
                  .rect = row});
  Rect rest = row.inset(scene::Insets{0, 5, 0, 5});
  const paint::TextStyle sum{
      .weight = Weight::bold, .tint = entry.amount < 0 ? Tint::ink : Tint::brass_light, .align = paint::Align::right};
  const paint::TextStyle soft{.size = paint::k_text_small, .tint = Tint::ink_soft, .align = paint::Align::right};
  const Rect right = controls::cut_right(rest, 110);
  paint::draw_text(controls::row(right, 0, 2, 0), amount_of(entry), sum);
  paint::draw_text(controls::row(right, 1, 2, 0), left, soft);
  paint::draw_text(controls::row(rest, 0, 2, 0), title_of(entry), {.weight = Weight::bold});
  paint::draw_text(controls::row(rest, 1, 2, 0), at, {.size = paint::k_text_small, .tint = Tint::ink_soft});
}

}  // namespace

WalletDialog::WalletDialog(House& house) : house_(house) {
  house_.account.look_again();
  ask(std::nullopt);
}

bool WalletDialog::draw() {
  const bool poor = house_.account.wallet() < k_few;
  const float height = 34 + (poor ? k_button + paint::k_gap : 0) + (trouble_.empty() ? 0 : 46) + k_list;
  const controls::Modal modal("wallet", "Wallet", {k_width, controls::Modal::k_frame_height + height});
  Rect inner = modal.content();
  controls::label("wallet/chips", cut_top(inner, 26, 8), narration::number(house_.account.wallet()) + " chips",
                  {.size = paint::k_text_large, .weight = Weight::bold});
  if (!trouble_.empty())
    controls::paragraph("wallet/trouble", cut_top(inner, 38, 8), trouble_, {.size = 14, .tint = Tint::danger});
  if (poor) draw_claim(inner);
  draw_entries(inner);
  return modal.dismissed();
}

void WalletDialog::draw_claim(Rect& area) {
  if (controls::button({.id = "wallet/claim",
                        .label = claiming_ ? "One moment…" : "Ask the house for chips",
                        .rect = cut_top(area, k_button),
                        .kind = controls::Kind::primary,
                        .disabled = claiming_,
                        .hint = {},
                        .shortcut = {},
                        .copies = {}}))
    claim();
}

void WalletDialog::draw_entries(const Rect& area) {
  if (entries_.empty()) {
    const std::string words = known_ ? "Nothing has moved yet." : "Asking for what came and went…";
    controls::paragraph("wallet/empty", area, words, {.size = 15, .tint = Tint::ink_soft});
    return;
  }
  const semantics::Group list(
      {.id = "wallet/entries", .role = semantics::Role::list, .name = "What came and went", .rect = area});
  const controls::Scroll scroll("wallet/scroll", area, static_cast<float>(entries_.size()) * k_row);
  Rect rows = scroll.content().inset(scene::Insets{0, 0, 10, 0});
  for (const protocol::LedgerEntry& entry : entries_) {
    const Rect row = cut_top(rows, k_row, 0);
    if (!scroll.shows(row)) continue;
    draw_entry(entry, row);
    if (&entry == &entries_.back() && next_) ask(next_);
  }
}

void WalletDialog::ask(std::optional<std::int64_t> after) {
  if (std::exchange(asking_, true)) return;
  house_.account.send(client::list_ledger(after),
                      lifeline_.guard([this, more = after.has_value()](const client::CallAnswer& answer) {
                        asking_ = false;
                        take_in(answer, more);
                        platform::request_frame();
                      }));
}

void WalletDialog::take_in(const client::CallAnswer& answer, bool more) {
  auto page = client::read_answer<protocol::Ledger>(answer);
  if (!page) {
    trouble_ = page.error().message;
    next_.reset();
    return;
  }
  known_ = true;
  if (!more) entries_.clear();
  entries_.insert(entries_.end(), page->entries.begin(), page->entries.end());
  next_ = page->next ? std::optional(*page->next) : std::nullopt;
}

void WalletDialog::claim() {
  claiming_ = true;
  trouble_.clear();
  house_.account.send_once(client::claim_chips(), lifeline_.guard([this](const client::CallAnswer& answer) {
    claiming_ = false;
    const auto claimed = client::read_answer<protocol::Claimed>(answer);
    trouble_ = claimed ? "" : claimed.error().message;
    semantics::announce(claimed ? narration::number(claimed->claimed) + " chips from the house" : trouble_,
                        semantics::Urgency::assertive);
    house_.account.look_again();
    ask(std::nullopt);
    platform::request_frame();
  }));
}

}  // namespace baize::web::screens
