// High card, a game that only the tests know: everybody gets a card and may swap it once for the next of the deck; the
// highest card wins a point. The smallest thing that keeps the whole contract: docs/adding-a-game.md is written along
// it, and the conformance kit runs over it as over the registered games.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <variant>

#include "games/contract.h"
#include "games/table_facts.h"
#include "games/thinking.h"

namespace baize::games::high_card {

using cards::Card;

inline constexpr int k_seats = 4;

struct Settings {
  static constexpr core::Tag k_tag{"game", "high-card"};
  static constexpr bool k_defaulted = true;
  bool swaps = true;
  friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (swaps))

// --- moves ---

struct Keep {
  static constexpr core::Tag k_tag{"action", "player-keep"};
  friend bool operator==(const Keep&, const Keep&) = default;
};
BOOST_DESCRIBE_STRUCT(Keep, (), ())

struct Swap {
  static constexpr core::Tag k_tag{"action", "player-swap"};
  friend bool operator==(const Swap&, const Swap&) = default;
};
BOOST_DESCRIBE_STRUCT(Swap, (), ())

using Move = std::variant<Keep, Swap>;

// --- events ---

struct Started {
  static constexpr core::Tag k_tag{"event", "started"};
  std::uint32_t deal = 0;
  friend bool operator==(const Started&, const Started&) = default;
};
BOOST_DESCRIBE_STRUCT(Started, (), (deal))

// The seat has this card now, dealt or swapped for. Only its player sees which.
struct Got {
  static constexpr core::Tag k_tag{"event", "got"};
  Seat seat = 0;
  bool swapped = false;
  std::optional<Card> card;
  friend bool operator==(const Got&, const Got&) = default;
};
BOOST_DESCRIBE_STRUCT(Got, (), (seat, swapped, card))

struct Shown {
  static constexpr core::Tag k_tag{"event", "shown"};
  Seat seat = 0;
  Card card;
  bool wins = false;
  friend bool operator==(const Shown&, const Shown&) = default;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (seat, card, wins))

struct Over {
  static constexpr core::Tag k_tag{"event", "over"};
  bool voided = false;
  friend bool operator==(const Over&, const Over&) = default;
};
BOOST_DESCRIBE_STRUCT(Over, (), (voided))

using Event = std::variant<Started, Got, Shown, Over>;

// --- views ---

struct PlayerView {
  Seat seat = 0;
  bool swapped = false;
  std::optional<Card> shown;  // when the deal is over
  bool wins = false;
  friend bool operator==(const PlayerView&, const PlayerView&) = default;
};
BOOST_DESCRIBE_STRUCT(PlayerView, (), (seat, swapped, shown, wins))

using Points = std::array<std::int32_t, k_seats>;

struct Public {
  static constexpr core::Tag k_tag{"game", "high-card"};
  std::uint32_t deal = 0;
  std::optional<Seat> to_act;
  core::Bounded<PlayerView, k_seats> players;  // of the running or last deal, in order of seats
  Points points{};
  friend bool operator==(const Public&, const Public&) = default;
};
BOOST_DESCRIBE_STRUCT(Public, (), (deal, to_act, players, points))

struct Private {
  static constexpr core::Tag k_tag{"game", "high-card"};
  core::Bounded<Card, 1> hand;
  core::Bounded<Move, 2> legal;
  friend bool operator==(const Private&, const Private&) = default;
};
BOOST_DESCRIBE_STRUCT(Private, (), (hand, legal))

// --- the state ---

struct Chair {
  bool taken = false;
  bool out = false;
  bool absent = false;
  friend bool operator==(const Chair&, const Chair&) = default;
};
BOOST_DESCRIBE_STRUCT(Chair, (), (taken, out, absent))

// A seat's part in the running or last deal.
struct Part {
  Seat seat = 0;
  std::uint8_t place = 0;  // of its card in the deck
  bool swapped = false;
  friend bool operator==(const Part&, const Part&) = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (seat, place, swapped))

struct State {
  static constexpr core::Tag k_tag{"game", "high-card"};
  Settings settings;
  std::uint32_t deal = 0;
  std::uint32_t decision = 0;
  std::array<Chair, k_seats> chairs{};
  Points points{};
  cards::Deck deck = cards::fresh_deck();
  core::Bounded<Part, k_seats> parts;
  std::uint8_t next = 0;         // the place in the deck of the next card
  std::optional<Seat> to_act{};  // nobody between deals
  bool voided = false;           // the last deal never happened
  friend bool operator==(const State&, const State&) = default;
};
BOOST_DESCRIBE_STRUCT(State, (), (settings, deal, decision, chairs, points, deck, parts, next, to_act, voided))

class Thought;
class Odds;

struct Game {
  using State = high_card::State;
  using Settings = high_card::Settings;
  using Move = high_card::Move;
  using Event = high_card::Event;
  using Public = high_card::Public;
  using Private = high_card::Private;
  using Thought = high_card::Thought;
  using Odds = high_card::Odds;

  static constexpr std::string_view k_id = "high-card";
  static constexpr std::string_view k_title = "High card";
  static constexpr int k_rules = 1;
  static constexpr int k_min_seats = 2;
  static constexpr int k_max_seats = k_seats;
  static constexpr std::string_view k_deal_word = "deal";
  static constexpr bool k_stand_ins = false;
  static constexpr bool k_pause_waits = false;
  // Started, a card for each, the last swap, each turned up, over.
  static constexpr std::size_t k_max_events = 2 + 2 * k_seats + 1;

  // Without chips: nothing to buy in with, to win or to take away.
  static std::vector<SettingDescription> describe_settings();
  static Result<void> check_settings(const Settings&) { return {}; }
  static Result<void> check_fit(const Settings&, int) { return {}; }
  static Result<void> may_change(const State&, const Settings&) { return {}; }
  static int min_seats(const Settings&) { return k_min_seats; }
  static State create(const Settings& settings);
  static Chips min_buy_in(const Settings&) { return {}; }
  static Chips max_buy_in(const Settings&) { return {}; }
  static std::string stakes(const Settings&) { return {}; }
  static Chips stack(const State&, Seat) { return {}; }
  static Chips worth(const State&, Seat) { return {}; }
  static bool finished(const State&, Seat) { return false; }

  // seats.cpp: who sits there
  static Result<Step<Game>> sit(const State& state, Seat seat, Chips chips);
  static Result<Step<Game>> stand(const State& state, Seat seat);
  static Result<Step<Game>> top_up(const State& state, Seat seat, Chips chips);
  static Result<Step<Game>> sit_out(const State& state, Seat seat, bool out);
  static bool bound(const State& state, Seat seat);
  static SeatStatus seat_status(const State& state, Seat seat);
  static State with_settings(const State& state, const Settings& settings);
  static State begun_anew(const State& state);
  static State called_off(const State& state) { return state; }

  // rules.cpp: deals and moves
  static bool can_deal(const State& state, SeatMask among = k_all_seats);
  static bool needs_all_seats(const State&) { return false; }
  static State at_time(const State& state, TimeMs) { return state; }
  static bool running(const State& state) { return state.to_act.has_value(); }
  static TimeMs interlude_ms(const State&) { return 3000; }
  static Result<Step<Game>> deal(const State& state, const Entropy& entropy, SeatMask among = k_all_seats);
  static std::uint32_t deal_number(const State& state) { return state.deal; }
  static std::uint32_t deal_number(const Public& shared) { return shared.deal; }
  static std::optional<Seat> to_act(const State& state) { return state.to_act; }
  static std::uint32_t decision(const State& state) { return state.decision; }
  static TimeMs allowance_ms(const State&, TimeMs turn_ms) { return turn_ms; }
  static Result<Step<Game>> apply(const State& state, Seat seat, const Move& move, Clock clock);
  static bool standing(const Move&) { return false; }
  static Result<Step<Game>> on_timeout(const State& state, Clock clock);
  static Result<Step<Game>> set_absent(const State& state, Seat seat, bool absent);
  static Step<Game> void_deal(const State& state);
  static std::string check(const State& state);

  // Nobody proves these deals.
  static std::optional<Audit> audit(const Settings&) { return std::nullopt; }
  static const cards::Deck* deck(const State&) { return nullptr; }
  static std::uint64_t seen(const State&, Viewer) { return 0; }
  static std::vector<cards::Placed> placed(const Public&, const Private&, Viewer) { return {}; }

  // views.cpp: what may be seen, chosen and said
  static Public view(const State& state);
  static Private view(const State& state, Seat seat);
  static std::optional<BidConstraints> bid_constraints(const State&, Seat) { return std::nullopt; }
  static std::optional<Event> shown(const Event& event, Viewer viewer);
  static Result<void> admissible(const Private& own, const Move& move);
  static State resample(const State& state, Viewer viewer, const Entropy& entropy);
  static std::vector<Control> controls(const Public& shared, const Private& own);
  static Result<Move> answer(std::string_view action, const Answer& answer);
  static std::vector<PreAction> pre_actions(const Public&, const Private&, Seat) { return {}; }
  static std::optional<Move> pre_decided(const Public&, const Private&, std::string_view) { return std::nullopt; }
  static Move choose(const Public& shared, const Private& own, Seat seat, Strength strength, const Entropy& entropy);
};

// A bot swaps what is below the middle: there is nothing to think about for longer.
class Thought {
 public:
  Thought(const Public&, const Private& own, Seat, Strength, const Entropy&);
  bool think(int) { return false; }
  Move move() const { return move_; }

 private:
  Move move_;
};

class Odds {
 public:
  Odds(const Public&, const Private& own, Seat) : hand_(own.hand) {}
  bool think(int) { return false; }
  Outlook outlook() const { return {}; }
  bool ask_the_same(const Odds& other) const { return hand_ == other.hand_; }

 private:
  core::Bounded<Card, 1> hand_;
};

// story.cpp: words, records and the picture
std::string words(const Event& event, const narration::Names& names, narration::Style style);
std::string status(const Public& shared, const Private* own, const narration::Names& names);
ScoreSheet score_sheet(const Public& shared);
std::optional<GameNotice> notice(const Event& event, Viewer viewer);
std::string history(const Settings& settings, const DealFacts& deal, std::span<const Event> events, HistoryForm form);
DealSummary summary(std::span<const Event> events);
std::vector<ReplayStep> replay_steps(const DealFacts& deal, std::span<const Event> events);
Replayed<Game> replayed(const Settings& settings, const DealFacts& deal, std::span<const Event> events,
                        std::size_t count);
void picture(const Public& shared, const Private* own, const TableFacts& facts, scene::Scene& scene);

}  // namespace baize::games::high_card
