// How a table deals fairly (the rules, "Fair deals"): the next deal is opened, its values are taken, it is dealt and
// sealed, and seeds are opened as the table's audit has it.
#include <algorithm>

#include "table/work.h"

namespace baize::table {

namespace {

namespace fair = cards::fair;
using core::fail;
using core::Reason;

const GivenValue* given_by(const GivenValues& values, Seat seat) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const GivenValue& one) { return one.seat == seat; });
  return found == values.end() ? nullptr : found;
}

// Each value is that of a frozen seat and hashes to its last one.
bool fit(const OpenDeal& deal, const GivenValues& values) {
  return std::all_of(values.begin(), values.end(), [&](const GivenValue& value) {
    return std::any_of(deal.seats.begin(), deal.seats.end(), [&](const FrozenSeat& one) {
      return one.seat == value.seat && one.last && fair::hash_of(value.value) == *one.last;
    });
  });
}

games::SeatMask may_be_dealt_in(const OpenDeal& deal) {
  games::SeatMask seats = 0;
  for (const FrozenSeat& one : deal.seats)
    if (!one.left) seats |= games::seat_bit(one.seat);
  return seats;
}

enum class Fate { dealt, came_to_nothing };

// Every frozen chain moves on by one step: to the value that was given for this opening, or to its end. A value that
// the house could have seen is never asked for again.
void move_chains_on(State& state, const OpenDeal& deal, Fate fate, const GivenValues& values) {
  const bool time_is_over = fate == Fate::dealt || state.at >= deal.until;
  for (const FrozenSeat& one : deal.seats) {
    if (!one.last || one.left) continue;
    const auto sitter =
        std::find_if(state.sitters.begin(), state.sitters.end(), [&](const Sitter& s) { return s.seat == one.seat; });
    core::check(sitter != state.sitters.end(), "who has not left an open deal sits there");
    const GivenValue* given = given_by(values, one.seat);
    if (given == nullptr && time_is_over) ++sitter->left_out;
    if (sitter->chain != one.last) continue;  // it has begun another one meanwhile
    if (given != nullptr)
      sitter->chain = given->value;
    else
      sitter->chain.reset();
  }
}

std::vector<fair::Part> parts_of(const OpenDeal& deal, const GivenValues& values) {
  std::vector<fair::Part> parts;
  for (const FrozenSeat& one : deal.seats) {
    if (!one.last) continue;
    const GivenValue* given = given_by(values, one.seat);
    parts.push_back({one.seat, *one.last, given != nullptr ? std::optional(given->value) : std::nullopt});
  }
  return parts;
}

SealedDeal sealed_deal(const OpenDeal& deal, const fair::Hash& root, const std::vector<fair::Part>& parts) {
  SealedDeal sealed{deal.hand, deal.seed, root, {}};
  for (const fair::Part& part : parts)
    sealed.parts.push_back({part.seat, part.value.has_value(), part.value.value_or(part.last)});
  return sealed;
}

// One hand of the sample is drawn by what the seats gave for the next.
void open_if_drawn(Work& work, const std::vector<fair::Part>& next) {
  const State& state = work.state();
  if (!state.sealed || games::audit(state.settings.game.value) != games::Audit::sample) return;
  if (fair::audit_draws(state.sealed->hand, next))
    work.out.deal_news.emplace_back(DealOpened{state.sealed->hand, state.sealed->seed});
}

Result<void> deal_and_seal(Work& work, const core::Entropy& next_seed, const GivenValues& values) {
  State& state = work.state();
  const OpenDeal deal = *state.opened;
  const auto parts = parts_of(deal, values);
  const auto key = fair::deal_key(state.id.view(), deal.hand, parts, fair::hash_of(deal.seed), deal.seed);
  if (auto begun = begin_deal(work, key, may_be_dealt_in(deal)); !begun) return begun;
  const cards::Deck* deck = games::deck(state.game);
  core::check(deck != nullptr && games::deal_number(state.game) == deal.hand, "a fair deal is the one that was opened");
  work.out.tree = std::make_shared<const fair::Tree>(*deck, deal.seed);
  open_if_drawn(work, parts);
  move_chains_on(state, deal, Fate::dealt, values);
  state.opened.reset();
  state.sealed = sealed_deal(deal, work.out.tree->root(), parts);
  state.next_seed = next_seed;
  work.out.deal_news.emplace_back(told(*state.sealed));
  return {};
}

}  // namespace

bool deals_fairly(const State& state) { return games::audit(state.settings.game.value).has_value(); }

void open_deal(Work& work, const fair::Value& seed, const GivenValues& values) {
  State& state = work.state();
  OpenDeal deal{games::deal_number(state.game) + 1, seed, state.at + k_value_wait_ms, 0, false, {}};
  if (state.opened) {
    deal.again = state.opened->again + 1;
    move_chains_on(state, *state.opened, Fate::came_to_nothing, values);
  }
  // Who has left a tournament is dealt in to its end, without a client that could give a value.
  for (const Sitter& one : state.sitters)
    if (!one.leaving || games::bound(state.game, one.seat))
      deal.seats.push_back({one.seat, one.gone ? std::nullopt : one.chain, false});
  work.out.deal_news.emplace_back(told(deal));
  state.opened = std::move(deal);
  state.next_seed.reset();
}

Result<void> go_on_with_deal(Work& work, const core::Entropy& entropy, const GivenValues& values) {
  const State& state = work.state();
  if (state.opened && !fit(*state.opened, values))
    return fail(Reason::invalid_field, "A value does not hash to the one before it.");
  const bool anew =
      !state.opened || state.opened->lapsed || !games::can_deal(state.game, may_be_dealt_in(*state.opened));
  // Neither seed tells anything of the other when it is opened.
  if (anew) open_deal(work, core::derive(entropy, "baize seed", 0), values);
  const GivenValues given = anew ? GivenValues{} : values;
  if (state.at < state.opened->until && waits_for_values(state, given))
    return anew ? Result<void>{} : fail(Reason::stale);
  return deal_and_seal(work, core::derive(entropy, "baize seed", 1), given);
}

bool waits_for_values(const State& state, const GivenValues& values) {
  if (!state.opened) return false;
  const auto& seats = state.opened->seats;
  return std::any_of(seats.begin(), seats.end(), [&](const FrozenSeat& one) {
    if (!one.last || one.left || given_by(values, one.seat) != nullptr) return false;
    const Sitter* seated = sitter_at(state, one.seat);
    return seated != nullptr && seated->chain == one.last;
  });
}

void set_left(std::optional<OpenDeal>& deal, Seat seat, bool left) {
  if (!deal) return;
  for (FrozenSeat& one : deal->seats)
    if (one.seat == seat) one.left = left;
}

Result<void> judge(Work& work, const StartChain& verb) {
  State& state = work.state();
  if (!deals_fairly(state)) return fail(Reason::illegal_move, "This game has no fair deals, and needs no chain.");
  for (Sitter& one : state.sitters) {
    if (!(one.uuid == work.action.actor)) continue;
    one.chain = verb.tip;
    return {};
  }
  return fail(Reason::not_seated);
}

}  // namespace baize::table
