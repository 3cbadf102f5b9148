// Nommie (nomination whist) for exactly four behind the game contract: the rules as Baize plays them (the list in docs,
// "Nommie" 1 to 9). A deal of the contract is one round; 26 of them are a game, and the next game begins with the deal
// after. The registry names this struct; nothing here reads a clock or a generator.
//
// Notes on this implementation:
// - From the first deal until round 26 is over all four seats are bound: who leaves is played by a bot (rule 9), which
//   the table does, and who is away is only marked here. Sitting out is for the time between two games.
// - A dealer whose zero is locked (rule 4) always has a bid: hands have two cards at least, so of 0, 1 and 2 rules 3
//   and 4 together close two at most. Nothing has to give way.
// - All four may bid 0: that is the highest bid then, and the seat left of the dealer made it first (rule 5).
// - A round that is void was never played: no line in the score sheet, no zero bid that counts for rule 4, and the same
//   round is dealt again.
// - Between rounds `phase` is over, as after the last one; only then there are winners.
#pragma once

#include <span>

#include "games/contract.h"
#include "games/nommie/events.h"
#include "games/nommie/moves.h"
#include "games/nommie/settings.h"
#include "games/nommie/state.h"
#include "games/nommie/views.h"

namespace baize::games::nommie {

class Thought;
class Odds;

struct Game {
  using State = nommie::State;
  using Settings = nommie::Settings;
  using Move = nommie::Move;
  using Event = nommie::Event;
  using Public = nommie::Public;
  using Private = nommie::Private;
  using Thought = nommie::Thought;
  using Odds = nommie::Odds;

  static constexpr std::string_view k_id = "nommie";
  static constexpr std::string_view k_title = "Nommie";
  static constexpr int k_rules = 1;
  static constexpr int k_min_seats = k_seats;
  static constexpr int k_max_seats = k_seats;
  static constexpr std::string_view k_deal_word = "round";
  static constexpr bool k_stand_ins = true;
  static constexpr bool k_pause_waits = false;
  // A deal: the start and four hands. The last card of a game: the card, its trick, the score, the winners, the end.
  static constexpr std::size_t k_max_events = 5;

  static std::vector<SettingDescription> describe_settings();
  static Result<void> check_settings(const Settings& settings);
  static Result<void> check_fit(const Settings&, int) { return {}; }
  static Result<void> may_change(const State& state, const Settings& settings);
  static int min_seats(const Settings&) { return k_seats; }
  static State create(const Settings& settings);

  static Result<Step<Game>> sit(const State& state, Seat seat, Chips chips);
  static Result<Step<Game>> stand(const State& state, Seat seat);
  // Always illegal-move: there are no chips.
  static Result<Step<Game>> top_up(const State& state, Seat seat, Chips chips);
  // illegal-move during a game: who can't play leaves the seat to a bot.
  static Result<Step<Game>> sit_out(const State& state, Seat seat, bool out);
  static bool bound(const State& state, Seat seat);
  static Chips stack(const State&, Seat) { return Chips{0}; }
  static Chips worth(const State&, Seat) { return Chips{0}; }
  static bool finished(const State&, Seat) { return false; }
  static SeatStatus seat_status(const State& state, Seat seat);
  static Chips min_buy_in(const Settings&) { return Chips{0}; }
  static Chips max_buy_in(const Settings&) { return Chips{0}; }
  static std::string stakes(const Settings&) { return {}; }

  static bool can_deal(const State& state, SeatMask among = k_all_seats);
  static bool needs_all_seats(const State&) { return true; }
  static State at_time(const State& state, TimeMs) { return state; }
  static bool running(const State& state) { return state.phase != Phase::over; }
  static TimeMs interlude_ms(const State& state);
  static Result<Step<Game>> deal(const State& state, const Entropy& entropy, SeatMask among = k_all_seats);
  static std::uint32_t deal_number(const State& state) { return state.deal; }
  static std::uint32_t deal_number(const Public& shared) { return shared.deal; }

  static std::optional<Seat> to_act(const State& state) { return state.to_act; }
  static std::uint32_t decision(const State& state) { return state.decision; }
  static TimeMs allowance_ms(const State&, TimeMs turn_ms) { return turn_ms; }
  static Result<Step<Game>> apply(const State& state, Seat seat, const Move& move, Clock clock);
  static bool standing(const Move&) { return false; }
  // Plays what the medium bot would; its chance comes from the deck.
  static Result<Step<Game>> on_timeout(const State& state, Clock clock);
  // Marks the seat and no more.
  static Result<Step<Game>> set_absent(const State& state, Seat seat, bool absent);
  static Step<Game> void_deal(const State& state);
  static State with_settings(const State& state, const Settings& settings);
  static State begun_anew(const State& state);
  // The game that is on ends without winners.
  static State called_off(const State& state) { return begun_anew(state); }

  static std::optional<Audit> audit(const Settings& settings) { return settings.audit; }
  static const cards::Deck* deck(const State& state) { return state.dealt ? &state.deck : nullptr; }
  static std::uint64_t seen(const State& state, Viewer viewer);

  static Public view(const State& state);
  static Private view(const State& state, Seat seat);
  static std::optional<BidConstraints> bid_constraints(const State& state, Seat seat);
  static std::optional<Event> shown(const Event& event, Viewer viewer);
  static std::vector<cards::Placed> placed(const Public& shared, const Private& own, Viewer viewer);
  static Result<void> admissible(const Private& own, const Move& move);
  // What can't be in a hand, because its player did not follow suit, isn't in it afterwards either.
  static State resample(const State& state, Viewer viewer, const Entropy& entropy);
  static std::string check(const State& state);

  static std::vector<Control> controls(const Public& shared, const Private& own);
  static Result<Move> answer(std::string_view action, const Answer& answer);
  // The last card of a hand may be laid ready.
  static std::vector<PreAction> pre_actions(const Public& shared, const Private& own, Seat seat);
  static std::optional<Move> pre_decided(const Public& shared, const Private& own, std::string_view id);
  static Move choose(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy);

  // --- for tests and tools that play known rounds ---

  // Four people who are ready, and the rounds `finished` behind them.
  static State seated(const ScoreSheet& finished);
  // A deal with this deck (see layout.h).
  static Result<Step<Game>> deal_forced(const State& state, const cards::Deck& deck);
};

}  // namespace baize::games::nommie
