// No-limit hold'em for 2 to 10 seats behind the game contract: the rules as Baize plays them (the list in docs,
// "No-limit hold'em" 1 to 13; LA = WSOP 2024 live action, T = TDA 2024). The registry names this struct; tools and
// tests also use what stands at its end. Nothing here reads a clock or a generator.
#pragma once

#include <span>

#include "games/contract.h"
#include "games/holdem/events.h"
#include "games/holdem/moves.h"
#include "games/holdem/settings.h"
#include "games/holdem/state.h"
#include "games/holdem/views.h"

namespace baize::games::holdem {

class Thought;
class Odds;

// What a record of a hand says was posted, by seat: what was due, not what a short stack had. `min_raise`: the smallest
// raise over the highest blind.
struct ForcedBets {
  std::array<Chips, k_max_players> antes;  // that only who pays them can win from the others
  std::array<Chips, k_max_players> dead;   // put in besides, for everybody to win
  std::array<Chips, k_max_players> blinds;
  Chips min_raise;
};

struct Game {
  using State = holdem::State;
  using Settings = holdem::Settings;
  using Move = holdem::Move;
  using Event = holdem::Event;
  using Public = holdem::Public;
  using Private = holdem::Private;
  using Thought = holdem::Thought;
  using Odds = holdem::Odds;

  static constexpr std::string_view k_id = "holdem";
  static constexpr std::string_view k_title = "No-limit hold'em";
  static constexpr int k_rules = 2;
  static constexpr int k_min_seats = 2;
  static constexpr int k_max_seats = k_max_players;
  static constexpr std::string_view k_deal_word = "hand";
  static constexpr bool k_stand_ins = false;
  static constexpr bool k_pause_waits = true;
  // The longest step is a deal to players who are all away: the start, a level, 10 antes, 2 blinds and an ante for the
  // table, 20 missed blinds, a straddle, 10 hands dealt; then a decision or answer, 30 checks on three streets, the
  // uncalled bet, 10 hands shown, 3 streets on each of two boards, the shares of 9 pots (10 + 9 + .. + 2) on each, 10
  // places and the end.
  static constexpr std::size_t k_max_events = 1 + 1 + 10 + 3 + 20 + 1 + 10 + 1 + 30 + 1 + 10 + 6 + 108 + 10 + 1;

  static std::vector<SettingDescription> describe_settings();
  static Result<void> check_settings(const Settings& settings);
  static Result<void> check_fit(const Settings& settings, int seats);
  static Result<void> may_change(const State& state, const Settings& settings);
  // One more than there are prizes in a sit-and-go.
  static int min_seats(const Settings& settings);
  static State create(const Settings& settings);

  static Result<Step<Game>> sit(const State& state, Seat seat, Chips chips);
  static Result<Step<Game>> stand(const State& state, Seat seat);
  // More chips for a seat between hands, up to the table's maximum in all; a seat that had none left plays again.
  static Result<Step<Game>> top_up(const State& state, Seat seat, Chips chips);
  // From the next hand on; may be asked for at any time.
  static Result<Step<Game>> sit_out(const State& state, Seat seat, bool out);
  static bool bound(const State& state, Seat seat);
  static Chips stack(const State& state, Seat seat);
  static Chips worth(const State& state, Seat seat);
  static bool finished(const State& state, Seat seat);
  static SeatStatus seat_status(const State& state, Seat seat);
  static Chips min_buy_in(const Settings& one) { return is_tournament(one) ? one.buy_in : one.min_buy_in; }
  static Chips max_buy_in(const Settings& one) { return is_tournament(one) ? one.buy_in : one.max_buy_in; }
  static std::string stakes(const Settings& settings);

  static bool can_deal(const State& state, SeatMask among = k_all_seats);
  static bool needs_all_seats(const State& state) { return is_tournament(state.settings) && !state.tournament.begun; }
  static State at_time(const State& state, TimeMs at);
  static bool running(const State& state) { return state.street != Street::over; }
  static TimeMs interlude_ms(const State& state);
  static Result<Step<Game>> deal(const State& state, const Entropy& entropy, SeatMask among = k_all_seats);
  static std::uint32_t deal_number(const State& state) { return state.hand; }
  static std::uint32_t deal_number(const Public& shared) { return shared.hand; }

  static std::optional<Seat> to_act(const State& state) { return state.to_act; }
  static std::uint32_t decision(const State& state) { return state.decision; }
  static TimeMs allowance_ms(const State& state, TimeMs turn_ms);
  static Result<Step<Game>> apply(const State& state, Seat seat, const Move& move, Clock clock);
  static bool standing(const Move& move);
  static Result<Step<Game>> on_timeout(const State& state, Clock clock);
  static Result<Step<Game>> set_absent(const State& state, Seat seat, bool absent);
  static Step<Game> void_deal(const State& state);
  static State with_settings(const State& state, const Settings& settings);
  static State begun_anew(const State& state);
  static State called_off(const State& state);

  static std::optional<Audit> audit(const Settings& settings) { return settings.audit; }
  static const cards::Deck* deck(const State& state) { return state.players.empty() ? nullptr : &state.deck; }
  static std::uint64_t seen(const State& state, Viewer viewer);

  static Public view(const State& state);
  static Private view(const State& state, Seat seat);
  static std::optional<BidConstraints> bid_constraints(const State&, Seat) { return std::nullopt; }
  static std::optional<Event> shown(const Event& event, Viewer viewer);
  static std::vector<cards::Placed> placed(const Public& shared, const Private& own, Viewer viewer);
  static Result<void> admissible(const Private& own, const Move& move);
  static State resample(const State& state, Viewer viewer, const Entropy& entropy);
  static std::string check(const State& state);

  static std::vector<Control> controls(const Public& shared, const Private& own);
  static Result<Move> answer(std::string_view action, const Answer& answer);
  static std::vector<PreAction> pre_actions(const Public& shared, const Private& own, Seat seat);
  static std::optional<Move> pre_decided(const Public& shared, const Private& own, std::string_view id);
  static Move choose(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy);

  // --- for tools and tests that replay known hands ---

  // A table whose seats 0, 1, .. hold `stacks` and are ready to play. Neither settings nor stacks are held to any
  // limit.
  static State seated(const Settings& settings, std::span<const Chips> stacks);
  // A deal with this deck (see layout.h) and, if given, the button there and the blinds on the ready seats after it.
  // With `bets` these are posted instead of what the settings say.
  static Result<Step<Game>> deal_forced(const State& state, const cards::Deck& deck, std::optional<Seat> button,
                                        const ForcedBets* bets = nullptr);
};

}  // namespace baize::games::holdem
