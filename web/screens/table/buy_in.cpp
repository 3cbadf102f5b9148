#include "web/screens/table/buy_in.h"

#include <algorithm>

#include "narration/words.h"
#include "web/controls/button.h"
#include "web/controls/label.h"
#include "web/controls/layout.h"
#include "web/controls/modal.h"
#include "web/controls/text_field.h"
#include "web/semantics/semantics.h"

namespace baize::web::screens {
namespace {

using controls::cut_top;
using core::Chips;

constexpr float k_width = 440;
constexpr float k_button = 52;
constexpr int k_name_length = 24;

struct Limits {
  Chips min;
  Chips max;
};

// What the table takes for this seat, whatever the wallet holds.
Limits table_limits(const OpenTable& table, bool adding) {
  const auto& shared = table.view()->shared.value;
  const auto& game = shared.table.settings.game.value;
  const Limits whole{games::min_buy_in(game), games::max_buy_in(game)};
  if (!adding) return whole;
  const auto& seats = shared.seats;
  const auto own =
      std::find_if(seats.begin(), seats.end(), [&](const auto& one) { return one.seat == table.view()->viewer.seat; });
  const Chips stack = own == seats.end() ? Chips{0} : own->stack;
  return {stack == Chips{0} ? whole.min : Chips{1}, whole.max - stack};
}

}  // namespace

BuyIn::BuyIn(House& house, const OpenTable& table, core::Seat seat)
    : house_(house),
      seat_(seat),
      adding_(table.view()->viewer.seat == seat),
      asks_owner_(!table.view()->shared.value.table.settings.table.value.auto_accept && !table.view()->viewer.owner),
      name_(house.remembered_name()) {
  Limits limits = table_limits(table, adding_);
  const bool known = house.account.state() == Account::State::known;
  if (known && !table.practice()) limits.max = std::min(limits.max, house.account.wallet());
  if (known) name_ = house.account.who().username.view();
  const bool more = adding_ && limits.min < limits.max / 2 && limits.min == Chips{1};
  const Chips usual = std::max(limits.min, more ? limits.max : limits.max / 2);
  picker_.begin({limits.min, limits.max, Chips{1}}, usual, controls::Spread::even);
  presets_ = {{"Least", limits.min}};
  if (usual > limits.min && usual < limits.max) presets_.push_back({"Usual", usual});
  if (limits.max > limits.min) presets_.push_back({"Most", limits.max});
}

std::string BuyIn::title() const { return adding() ? "Add chips" : "Take seat " + std::to_string(seat_ + 1); }

std::string BuyIn::obstacle(const OpenTable& table) const {
  if (!table.for_chips()) return {};
  const Limits limits = table_limits(table, adding_);
  if (limits.max <= Chips{0}) return "Your stack is as high as this table allows.";
  const bool known = house_.account.state() == Account::State::known;
  if (table.practice() || !known || house_.account.wallet() >= limits.min) return {};
  return "You have " + narration::number(house_.account.wallet()) + " chips. The smallest buy-in here is " +
         narration::number(limits.min) + ".";
}

bool BuyIn::draw(OpenTable& table) {
  if (table.view() == nullptr) return true;
  follow(table);
  const bool seated = table.view()->viewer.role != table::Role::spectator;
  if (!adding() && seated) return true;
  const bool named = !table.practice() && !adding();
  const std::string obstacle = this->obstacle(table);
  const bool chips = table.for_chips();
  const float height = (chips ? 26 + 2 * (paint::k_touch + paint::k_gap) : 30) + k_button +
                       (named ? controls::k_field_height + 28 : 0) + (error_.empty() ? 0 : 26);
  const controls::Modal modal("buy-in", title(), {k_width, controls::Modal::k_frame_height + height});
  Rect inner = modal.content();
  if (named) draw_name(inner);
  if (chips) {
    const auto& limits = picker_.limits();
    controls::label("buy-in/limits", cut_top(inner, 18, 8),
                    !obstacle.empty()
                        ? obstacle
                        : "From " + narration::number(limits.min) + " to " + narration::number(limits.max) + " chips",
                    {.size = 14, .tint = obstacle.empty() ? Tint::ink_soft : Tint::danger});
  } else {
    controls::label("buy-in/limits", cut_top(inner, 18, 12), "This game is played for points, without chips.",
                    {.size = 14, .tint = Tint::ink_soft});
  }
  const bool busy = step_ != Step::asking || !obstacle.empty();
  if (chips) {
    picker_.draw_presets(cut_top(inner, paint::k_touch), presets_, busy);
    picker_.draw(cut_top(inner, paint::k_touch), busy);
  }
  if (!error_.empty())
    controls::label("buy-in/error", cut_top(inner, 18, 8), error_, {.size = 14, .tint = Tint::danger});
  const std::string plain = asks_owner_ ? "Ask for the seat" : "Sit down";
  const std::string verb = adding() ? "Add" : plain + " with";
  const auto amount = picker_.amount();
  const bool ready = !busy && (amount || !chips) && (!named || !name_.empty());
  const bool pressed = controls::button({.id = "buy-in/go",
                                         .label = !chips   ? plain
                                                  : amount ? verb + " " + narration::number(*amount)
                                                           : verb,
                                         .rect = cut_top(inner, k_button),
                                         .kind = controls::Kind::primary,
                                         .disabled = !ready,
                                         .hint = {},
                                         .shortcut = {},
                                         .copies = {}});
  if (ready && (pressed || picker_.submitted())) send(table);
  return modal.dismissed() ||
         (adding() && step_ == Step::sent && !table.session().on_its_way("top-up") && error_.empty());
}

void BuyIn::draw_name(Rect& area) {
  semantics::Entry entry;
  entry.max_length = k_name_length;
  entry.autocomplete = "nickname";
  controls::text_field({.id = "buy-in/name",
                        .label = "Your name at this table",
                        .rect = cut_top(area, controls::k_field_height, 16),
                        .error = {},
                        .hint = {},
                        .disabled = step_ != Step::asking,
                        .entry = entry},
                       name_);
}

void BuyIn::send(OpenTable& table) {
  error_.clear();
  if (adding()) {
    protocol::TopUp more;
    more.amount = *picker_.amount();
    step_ = Step::sent;
    table.ask(more);
    return;
  }
  if (!table.practice()) house_.remember_name(name_);
  if (table.practice() || house_.account.state() == Account::State::known) return take_seat(table);
  // A spectator without a name becomes a guest first; the seat is asked for when the server has made one.
  step_ = Step::naming;
  table.take_name(name_);
}

void BuyIn::take_seat(OpenTable& table) {
  protocol::TakeSeat take;
  take.seatID = seat_;
  take.buyIn = picker_.amount().value_or(Chips{0});
  take.username.emplace(table.practice() ? table.practice_name() : name_);
  step_ = Step::sent;
  table.ask(take);
}

void BuyIn::follow(OpenTable& table) {
  if (step_ == Step::naming && house_.account.state() == Account::State::known) return take_seat(table);
  const std::string_view awaited = step_ == Step::naming ? "new-player" : adding() ? "top-up" : "take-seat";
  if (step_ == Step::asking || table.session().on_its_way(awaited)) return;
  // Answered, and nobody sits: the refusal is among the banners, and here.
  const std::string refused = table.newest_trouble();
  if (refused.empty()) return;
  error_ = refused;
  step_ = Step::asking;
}

}  // namespace baize::web::screens
