// A sit-and-go: its levels, its places, and what a seat is worth in chips of the wallet.
#include <algorithm>

#include "games/holdem/hand.h"

namespace baize::games::holdem {

namespace {

// In hundredths of the pool, the winner's share first.
constexpr std::array<std::array<std::int64_t, 3>, 3> k_shares{{{100, 0, 0}, {65, 35, 0}, {50, 30, 20}}};

// A longer rest than this between two hands is a pause, and the clock of the level stood still.
constexpr TimeMs k_longest_hand_ms = 5 * 60'000;

bool plays_on(const Chair& chair) { return chair.taken && chair.place == 0; }

bool level_is_over(const State& state) {
  const Tournament& one = state.tournament;
  if (state.settings.level_by == LevelBy::hands) return one.level_hands >= state.settings.level_length;
  return one.level_ms >= TimeMs{state.settings.level_length} * 60'000;
}

void begin(State& state) {
  Tournament& one = state.tournament;
  const TimeMs at = one.at;
  one = {};
  one.begun = true;
  one.at = at;
  for (Chair& chair : state.chairs) {
    if (!plays_on(chair)) continue;
    ++one.entrants;
    one.pool += chair.purse;
    chair.purse = Chips{0};
  }
  one.unpaid = one.pool;
}

// The seats that this hand has left without chips, in the order of the players.
core::Bounded<Seat, k_max_players> broke_seats(const State& state) {
  core::Bounded<Seat, k_max_players> seats;
  for (const Seat seat : state.players)
    if (plays_on(chair_of(state, seat)) && chair_of(state, seat).stack == Chips{0}) seats.push_back(seat);
  return seats;
}

Chips at_start(const Chair& chair) { return chair.committed + chair.dead; }

// Several at once: who began the hand with more comes in ahead, equals share their places and prizes, the odd chips
// from the first left of the button.
void take_places_together(Hand& hand, int best_place, core::Bounded<Seat, k_max_players> seats) {
  const auto share = static_cast<std::int64_t>(seats.size());
  Chips prizes;
  for (int i = 0; i < static_cast<int>(share); ++i) prizes += prize_of(hand.state, best_place + i);
  Chips odd = prizes % share;
  for (const Seat seat : seats) {
    Chair& chair = hand.chair(seat);
    chair.place = static_cast<std::uint8_t>(best_place);
    chair.purse = prizes / share + std::min(odd, Chips{1});
    odd -= std::min(odd, Chips{1});
    hand.state.tournament.unpaid -= chair.purse;
    hand.happened(PlaceTaken{seat, chair.place, chair.purse});
  }
}

int count_left(const State& state) {
  return static_cast<int>(std::count_if(state.chairs.begin(), state.chairs.end(), plays_on));
}

}  // namespace

Stakes stakes_of(const State& state, int levels_on) {
  const Settings& settings = state.settings;
  if (!is_tournament(settings)) return {settings.small_blind, settings.big_blind, settings.ante};
  return level_of(settings, (state.tournament.begun ? state.tournament.level : 0) + levels_on);
}

bool prepare_tournament(State& state) {
  if (!is_tournament(state.settings)) return false;
  Tournament& one = state.tournament;
  if (!one.begun) begin(state);
  const bool next = level_is_over(state) && one.level + 1 < count_levels(state.settings);
  if (next) {
    ++one.level;
    one.level_hands = 0;
    one.level_ms = 0;
  }
  ++one.level_hands;
  return next;
}

Chips prize_of(const State& state, int place) {
  const auto& shares = k_shares[static_cast<std::size_t>(state.settings.payouts)];
  const Chips pool = state.tournament.pool;
  if (place > static_cast<int>(shares.size()) || place > state.tournament.entrants) return Chips{0};
  if (place > 1) return pool * shares[static_cast<std::size_t>(place - 1)] / 100;
  return pool - prize_of(state, 2) - prize_of(state, 3);
}

void take_places(Hand& hand) {
  State& state = hand.state;
  if (!is_tournament(state.settings)) return;
  auto broke = broke_seats(state);
  std::stable_sort(broke.begin(), broke.end(),
                   [&](Seat a, Seat b) { return at_start(chair_of(state, a)) < at_start(chair_of(state, b)); });
  int left = count_left(state);
  for (std::size_t i = 0; i < broke.size();) {
    core::Bounded<Seat, k_max_players> equals;
    const Chips stack = at_start(chair_of(state, broke[i]));
    while (i < broke.size() && at_start(chair_of(state, broke[i])) == stack) equals.push_back(broke[i++]);
    left -= static_cast<int>(equals.size());
    take_places_together(hand, left + 1, equals);
  }
  if (left != 1) return;
  for (Seat seat = 0; seat < k_max_players; ++seat)
    if (plays_on(chair_of(state, seat))) take_places_together(hand, 1, {seat});
  state.tournament.begun = false;
}

int Game::min_seats(const Settings& settings) {
  return is_tournament(settings) ? static_cast<int>(settings.payouts) + 2 : k_min_seats;
}

// Before it is decided a seat is worth as much of the pool as it has of the chips; the odd ones go to the lowest seats.
Chips Game::worth(const State& state, Seat seat) {
  if (!is_taken(state, seat) || !is_tournament(state.settings)) return stack(state, seat);
  const Chair& own = chair_of(state, seat);
  if (own.place > 0 || !state.tournament.begun) return own.purse;
  const auto chips_of = [](const Chair& chair) { return chair.stack + chair.committed + chair.dead; };
  Chips all;
  for (const Chair& chair : state.chairs)
    if (plays_on(chair)) all += chips_of(chair);
  const std::int64_t whole = state.tournament.unpaid.count / all.count;
  const std::int64_t rest = state.tournament.unpaid.count % all.count;
  // Stacks are held so small (check_settings) that the product fits.
  const auto share = [&](const Chair& chair) {
    const std::int64_t chips = chips_of(chair).count;
    return Chips{whole * chips + rest * chips / all.count};
  };
  Chips odd = state.tournament.unpaid;
  for (const Chair& chair : state.chairs)
    if (plays_on(chair)) odd -= share(chair);
  // At most one odd chip a player.
  for (Seat other = 0; other < seat; ++other)
    if (plays_on(chair_of(state, other)) && odd > Chips{0}) odd -= Chips{1};
  return share(own) + std::min(odd, Chips{1});
}

State Game::at_time(const State& state, TimeMs at) {
  if (!is_tournament(state.settings)) return state;
  State next = state;
  Tournament& one = next.tournament;
  if (one.begun && one.at > 0) one.level_ms += std::clamp<TimeMs>(at - one.at, 0, k_longest_hand_ms);
  one.at = at;
  return next;
}

State Game::called_off(const State& state) {
  core::check(!running(state), "a tournament is called off between hands");
  if (!is_tournament(state.settings) || !state.tournament.begun) return state;
  State next = state;
  for (Seat seat = 0; seat < k_max_players; ++seat) {
    Chair& chair = next.chairs[static_cast<std::size_t>(seat)];
    if (plays_on(chair)) chair.purse = worth(state, seat);
  }
  next.tournament.begun = false;
  next.tournament.unpaid = Chips{0};
  ++next.decision;
  return next;
}

}  // namespace baize::games::holdem
