#include "conformance/high_card/game.h"

namespace baize::games::high_card {

using core::fail;
using core::Reason;

Public Game::view(const State& state) {
  Public shared;
  shared.deal = state.deal;
  shared.to_act = state.to_act;
  shared.points = state.points;
  const bool open = !running(state) && !state.voided;
  cards::Rank best = cards::Rank::two;
  for (const Part& one : state.parts) best = std::max(best, state.deck[one.place].rank());
  for (const Part& one : state.parts) {
    PlayerView player{one.seat, one.swapped, {}, false};
    if (open) player.shown = state.deck[one.place];
    player.wins = open && state.deck[one.place].rank() == best;
    shared.players.push_back(player);
  }
  return shared;
}

Private Game::view(const State& state, Seat seat) {
  Private own;
  for (const Part& one : state.parts)
    if (one.seat == seat && !state.voided) own.hand.push_back(state.deck[one.place]);
  if (state.to_act != seat) return own;
  own.legal.push_back(Keep{});
  if (state.settings.swaps) own.legal.push_back(Swap{});
  return own;
}

std::optional<Event> Game::shown(const Event& event, Viewer viewer) {
  const auto* got = std::get_if<Got>(&event);
  if (got == nullptr || viewer == got->seat) return event;
  return Got{got->seat, got->swapped, std::nullopt};
}

Result<void> Game::admissible(const Private& own, const Move& move) {
  for (const Move& one : own.legal)
    if (one == move) return {};
  return fail(Reason::illegal_move, "You can't do this now.");
}

// All cards that the viewer does not see lie elsewhere.
State Game::resample(const State& state, Viewer viewer, const Entropy& entropy) {
  State next = state;
  std::uint64_t fixed = 0;
  std::uint64_t known = 0;
  for (const Part& one : state.parts) {
    const bool seen = !state.voided && (!running(state) || viewer == one.seat);
    if (!seen) continue;
    fixed |= cards::position_bit(one.place);
    known |= std::uint64_t{1} << state.deck[one.place].index();
  }
  std::size_t place = 0;
  for (const Card card : cards::shuffled_deck(entropy)) {
    if ((known >> card.index() & 1) != 0) continue;
    while ((fixed & cards::position_bit(place)) != 0) ++place;
    next.deck[place++] = card;
  }
  return next;
}

std::vector<Control> Game::controls(const Public&, const Private& own) {
  std::vector<Control> all;
  for (const Move& one : own.legal) {
    Control control;
    const bool keep = std::holds_alternative<Keep>(one);
    control.action = keep ? Keep::k_tag.name : Swap::k_tag.name;
    control.label = keep ? "Keep" : "Swap";
    control.primary = keep;
    all.push_back(std::move(control));
  }
  return all;
}

Result<Move> Game::answer(std::string_view action, const Answer&) {
  if (action == Keep::k_tag.name) return Move{Keep{}};
  if (action == Swap::k_tag.name) return Move{Swap{}};
  return fail(Reason::unknown_action);
}

Move Game::choose(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy) {
  return Thought(shared, own, seat, strength, entropy).move();
}

Thought::Thought(const Public&, const Private& own, Seat, Strength, const Entropy&) {
  const bool low = !own.hand.empty() && own.hand[0].rank() < cards::Rank::eight;
  if (low && Game::admissible(own, Swap{})) move_ = Swap{};
}

}  // namespace baize::games::high_card
