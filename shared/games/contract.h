// The game contract: what a game gives so that the table, the protocol, the client and the server can run it without
// knowing it. A game is a struct of static functions (its folder's Game) over values: its State is copyable, comparable
// and described, and nothing it does reads a clock or a generator - both arrive as data. The registry (registry.h)
// turns the registered games into variants; the conformance kit in tests/ holds every game to the sentences below.
//
// A game lives as long as its table and is a sequence of deals (hands, rounds, duel games). Between deals people come
// and go and chips cross the table's edge; while a deal is running (`running`) seats and money stand still.
#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cards/deck.h"
#include "cards/placed.h"
#include "core/bounded.h"
#include "core/bytes.h"
#include "core/described.h"
#include "core/error.h"
#include "core/ids.h"
#include "core/time.h"
#include "games/audit.h"
#include "games/deal_story.h"
#include "games/event_list.h"
#include "games/score_sheet.h"
#include "narration/words.h"
#include "scene/scene.h"

namespace baize::games {

using core::Chips;
using core::Entropy;
using core::Result;
using core::Seat;
using core::TimeMs;

// Who looks: the seat of a player, or nobody's - a spectator, who sees what is public.
using Viewer = std::optional<Seat>;

// A set of seats: bit n is seat n.
using SeatMask = std::uint32_t;
inline constexpr SeatMask k_all_seats = ~SeatMask{0};
constexpr SeatMask seat_bit(Seat seat) { return SeatMask{1} << seat; }

// What a move leads to: the next state and what happened on the way, in order.
template <class G>
struct Step {
  using Events = EventList<typename G::Event, G::k_max_events>;

  Step() {}  // NOLINT(modernize-use-equals-default): a defaulted one would have all the room for events zeroed
  explicit Step(const typename G::State& next) : state(next) {}
  Step(const typename G::State& next, const Events& happened) : state(next), events(happened) {}

  typename G::State state;
  Events events;
};

// The time of a decision, in ms: how long it has been open, and how long a turn of this table is.
struct Clock {
  // Not explicit: where nothing depends on time, a number will do.
  constexpr Clock(TimeMs open = 0, TimeMs turn_time = 30'000) : elapsed(open), turn(turn_time) {}
  TimeMs elapsed;
  TimeMs turn;
};

// Something that a player should notice at once, even in another window. `blinds_up` is the wire's name for stakes that
// have risen.
struct GameNotice {
  enum class Kind { time_low, blinds_up };
  Kind kind = Kind::time_low;
  std::string words;
};

// How strong a bot plays.
enum class Strength { easy, medium, hard };
BOOST_DESCRIBE_ENUM(Strength, easy, medium, hard)

// How somebody who sits at a table takes part, as the game knows it. `leaving` and bots are the table's business. The
// names are the wire's: `waiting_for_blind` is a seat that comes in with a later deal, whatever it waits for.
enum class SeatStatus { playing, sitting_out, waiting_for_blind, leaving };
BOOST_DESCRIBE_ENUM(SeatStatus, playing, sitting_out, waiting_for_blind, leaving)

// --- controls: what a client draws for a legal move, without knowing the game ---

// What the player gives besides pressing the button. `amount`: one number in min..max. `choice`: one of `options`.
// `cards`: one of `cards`, by touching it in the picture.
enum class Ask { nothing, amount, choice, cards };

// A choice among several; a forbidden one is shown with the reason and cannot be chosen.
struct Option {
  std::string value;      // what the move carries
  std::string label;      // for people
  std::string forbidden;  // why not; empty if it may be chosen
};

// A shortcut to an amount: "half pot".
struct Preset {
  std::string label;
  Chips amount;
};

struct Control {
  std::string action;  // the message it sends: "player-raise"
  std::string label;   // in words, with its amount: "Call 50"
  Ask ask = Ask::nothing;
  Chips min;
  Chips max;
  Chips step{1};
  std::vector<Preset> presets;
  std::vector<Option> options;
  std::vector<cards::Card> cards;
  bool primary = false;    // what Enter does; only who is to act has one
  bool dangerous = false;  // asks the player to mean it: folding when checking is free, all-in
  bool aside = false;      // no answer to the decision: drawn apart from those that are
};

// What a control was answered with; the field its Ask names.
struct Answer {
  Chips amount;
  std::string choice;
  std::optional<cards::Card> card;
};

// What a player may decide before the turn comes: "Check/fold". Whoever wishes for it keeps it to itself, the client
// alone; nobody else learns of it. `id` holds all that it is about: one that is offered no longer has lapsed.
struct PreAction {
  std::string id;     // "call/flop/50": lower-case letters, digits, '-' and '/'
  std::string label;  // for people: "Call 50"
};

// --- settings: what the lobby's form and GET /api/games show ---

struct SettingChoice {
  std::string value;
  std::string label;
  friend bool operator==(const SettingChoice&, const SettingChoice&) = default;
};
BOOST_DESCRIBE_STRUCT(SettingChoice, (), (value, label))

enum class SettingType { integer, chips, boolean, choice, text };
BOOST_DESCRIBE_ENUM(SettingType, integer, chips, boolean, choice, text)

// One field of a Settings struct: `name` as on the wire, its default and limits in its own unit. A text is empty by
// default and has at most `max` bytes.
struct SettingDescription {
  std::string name;
  std::string label;
  SettingType type = SettingType::integer;
  std::int64_t default_ = 0;  // booleans as 0 or 1; a choice as the index into `choices`
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::vector<SettingChoice> choices;
  std::string unit;         // "chips", "seconds" or nothing; of a text how it is written
  bool fixed = false;       // chosen when the table is made, never changed
  std::string only_with{};  // "mode=ring": elsewhere it has no effect and keeps its default
  friend bool operator==(const SettingDescription&, const SettingDescription&) = default;
};
BOOST_DESCRIBE_STRUCT(SettingDescription, (), (name, label, type, default_, min, max, choices, unit, fixed, only_with))

// table_facts.h: what a picture needs to know of the table around the game.
struct TableFacts;

// What the bid of a seat may be, where a game has bids: min..max, but not `forbidden`, and not 0 if `zero_bid_locked`.
// In a view of its own beside the legal moves, because it is told on any turn of the bidding.
struct BidConstraints {
  std::int32_t min = 0;
  std::int32_t max = 0;
  std::optional<std::int32_t> forbidden;
  bool zero_bid_locked = false;
  friend bool operator==(const BidConstraints&, const BidConstraints&) = default;
};
BOOST_DESCRIBE_STRUCT(BidConstraints, (), (min, max, forbidden, zero_bid_locked))

// --- the contract ---

// What G has to give. All functions are static, pure and total; expected refusals are Errors, and on an Error the state
// that was handed in is what it was.
template <class G>
concept Game = requires(
    const typename G::State& state, const typename G::Settings& settings, const typename G::Move& move,
    const typename G::Event& event, const typename G::Public& shared, const typename G::Private& own, Seat seat,
    SeatMask seats, Viewer viewer, Chips chips, const Entropy& entropy, Clock clock, TimeMs turn_ms, TimeMs at,
    Strength strength, std::string_view action, const Answer& answer, const narration::Names& names,
    const TableFacts& facts, scene::Scene& scene, const DealFacts& deal, std::span<const typename G::Event> events) {
  { G::k_id } -> std::convertible_to<std::string_view>;     // on the wire and in links: lower case, no spaces
  { G::k_title } -> std::convertible_to<std::string_view>;  // for people
  { G::k_rules } -> std::convertible_to<int>;               // raised by every change that alters a golden playthrough
  { G::k_min_seats } -> std::convertible_to<int>;
  { G::k_max_seats } -> std::convertible_to<int>;
  { G::k_deal_word } -> std::convertible_to<std::string_view>;  // what a deal is called: "hand", "round"
  // A seat whose player is gone is played by a bot until the player is back, and where seats are empty at the owner's
  // start bots take them. Else an absent seat is played by a rule of the game (set_absent).
  { G::k_stand_ins } -> std::convertible_to<bool>;
  // A pause waits for the end of the running deal. Else it takes effect at once: clocks stand still until it ends.
  { G::k_pause_waits } -> std::convertible_to<bool>;
  requires core::DescribedStruct<typename G::State> && core::Tagged<typename G::State>;
  requires core::DescribedStruct<typename G::Settings> && core::Defaulted<typename G::Settings>;
  requires core::DescribedStruct<typename G::Public> && core::DescribedStruct<typename G::Private>;
  requires core::VariantShape<typename G::Move> && core::VariantShape<typename G::Event>;

  { G::describe_settings() } -> std::same_as<std::vector<SettingDescription>>;
  // Error invalid-field with a sentence where settings do not fit each other or their limits.
  { G::check_settings(settings) } -> std::same_as<Result<void>>;
  // Error invalid-field with a sentence where one of them has no effect beside the others, or at so many seats. Asked
  // of settings as they are chosen, never of those that a table has: it may be older than the question.
  { G::check_fit(settings, int{}) } -> std::same_as<Result<void>>;
  // Error invalid-field where these settings, checked, can't take the place of those that the state has.
  { G::may_change(state, settings) } -> std::same_as<Result<void>>;
  // How many seats a table with these settings has at least; k_min_seats or more.
  { G::min_seats(settings) } -> std::same_as<int>;
  // An empty table with nobody seated. `settings` have been checked.
  { G::create(settings) } -> std::same_as<typename G::State>;

  // Between deals: somebody sits down with `chips` (invalid-amount outside the buy-in limits, seat-taken), stands
  // up (not-seated), adds chips: hand-running while a deal runs and the seat takes part in it. Sits out or in: from
  // the next deal, asked for at any time.
  { G::sit(state, seat, chips) } -> std::same_as<Result<Step<G>>>;
  { G::stand(state, seat) } -> std::same_as<Result<Step<G>>>;
  { G::top_up(state, seat, chips) } -> std::same_as<Result<Step<G>>>;
  { G::sit_out(state, seat, bool{}) } -> std::same_as<Result<Step<G>>>;
  // True while the seat's chips are bound by a running deal or a tournament that has begun: it can't stand up now.
  { G::bound(state, seat) } -> std::same_as<bool>;
  { G::stack(state, seat) } -> std::same_as<Chips>;
  // What the seat takes to its wallet if it stands up. That is its stack, except in a tournament: there it is the
  // buy-in before it begins, then a share of what was paid in, at last the prize. All of them together are always
  // what was brought to the table, less what was taken from it.
  { G::worth(state, seat) } -> std::same_as<Chips>;
  // Between deals: the seat has nothing left to play with or for and should stand up before the next deal.
  { G::finished(state, seat) } -> std::same_as<bool>;
  { G::seat_status(state, seat) } -> std::same_as<SeatStatus>;
  // What `sit` accepts, {0, 0} for games without chips.
  { G::min_buy_in(settings) } -> std::same_as<Chips>;
  { G::max_buy_in(settings) } -> std::same_as<Chips>;
  // What is at stake, for lists of tables: "5/10". Empty for games without chips.
  { G::stakes(settings) } -> std::same_as<std::string>;

  // A deal: whether enough are ready (among `seats`), whether one is running, how long its result stays on the
  // table before the next (ms), and the start, in which only some of `seats` are dealt in and all of whose chance
  // comes from `entropy`. `deal_number` counts from 1; 0 before the first.
  { G::can_deal(state) } -> std::same_as<bool>;
  { G::can_deal(state, seats) } -> std::same_as<bool>;
  // The next deal waits until every seat of the table is taken: a tournament that has not begun.
  { G::needs_all_seats(state) } -> std::same_as<bool>;
  // Told before each deal what time it is (Unix ms), for stakes that rise by the clock.
  { G::at_time(state, at) } -> std::same_as<typename G::State>;
  { G::running(state) } -> std::same_as<bool>;
  { G::interlude_ms(state) } -> std::same_as<TimeMs>;
  { G::deal(state, entropy, seats) } -> std::same_as<Result<Step<G>>>;
  { G::deal_number(state) } -> std::same_as<std::uint32_t>;
  { G::deal_number(shared) } -> std::same_as<std::uint32_t>;

  // Whose decision it is; nothing between deals.
  { G::to_act(state) } -> std::same_as<std::optional<Seat>>;
  // Rises by one or more whenever what anybody may decide changes, never falls; but a move between deals that only
  // uses itself up (showing a card) leaves it, so that it makes nobody else's stale.
  { G::decision(state) } -> std::same_as<std::uint32_t>;
  // How long the present decision may take, given the table's turn time (a time bank may lengthen it); ms.
  { G::allowance_ms(state, turn_ms) } -> std::same_as<TimeMs>;
  { G::apply(state, seat, move, clock) } -> std::same_as<Result<Step<G>>>;
  // True for a move that answers no decision and so never comes too late for one: showing a card, how to come in.
  { G::standing(move) } -> std::same_as<bool>;
  // The clock ran out for the seat to act.
  { G::on_timeout(state, clock) } -> std::same_as<Result<Step<G>>>;
  // A seat is no longer played by its player (left, kicked, gone) while bound by a running deal, or is again.
  { G::set_absent(state, seat, bool{}) } -> std::same_as<Result<Step<G>>>;
  // The running deal never happened: every chip back to where it was when it began.
  { G::void_deal(state) } -> std::same_as<Step<G>>;
  // Between deals: the same seats and chips under other settings, and begun anew (button, scores, levels) with
  // numbers of deals and decisions that go on rising.
  { G::with_settings(state, settings) } -> std::same_as<typename G::State>;
  { G::begun_anew(state) } -> std::same_as<typename G::State>;
  // Between deals: a tournament ends here, and what was paid in is shared out. Nobody is bound after it.
  { G::called_off(state) } -> std::same_as<typename G::State>;

  // A fair deal: how its seeds are opened, the deck of the running or last deal (shuffled_deck of the entropy that
  // it was dealt with), and which positions of it the views of a state show to a viewer, bit by bit. A game without
  // a deck has no fair deals: nothing, null and 0. Null, too, where no cards are on the table.
  { G::audit(settings) } -> std::same_as<std::optional<Audit>>;
  { G::deck(state) } -> std::same_as<const cards::Deck*>;
  { G::seen(state, viewer) } -> std::same_as<std::uint64_t>;

  // What a viewer may know; nothing else of a state ever leaves the server.
  { G::view(state) } -> std::same_as<typename G::Public>;
  { G::view(state, seat) } -> std::same_as<typename G::Private>;                       // with `hand` and `legal`
  { G::bid_constraints(state, seat) } -> std::same_as<std::optional<BidConstraints>>;  // nothing but in a bidding
  { G::shown(event, viewer) } -> std::same_as<std::optional<typename G::Event>>;
  // Every card that this viewer sees, with where the game's layout has it lie in the deck; none for a game whose
  // deals are not fair deals.
  { G::placed(shared, own, viewer) } -> std::same_as<std::vector<cards::Placed>>;
  // invalid unless `move` is one that `own.legal` offers; apply asks the same function.
  { G::admissible(own, move) } -> std::same_as<Result<void>>;
  // Another state that `viewer` cannot tell from this one: what is hidden from it is drawn again.
  { G::resample(state, viewer, entropy) } -> std::same_as<typename G::State>;
  // The sentence of the broken invariant, empty if all hold. Run after every step; a violation closes the table.
  { G::check(state) } -> std::same_as<std::string>;

  // For clients: controls of the legal moves, the primary one first, and the move that an answered control means.
  { G::controls(shared, own) } -> std::same_as<std::vector<Control>>;
  { G::answer(action, answer) } -> std::same_as<Result<typename G::Move>>;
  // What `seat` may decide in advance; none where it is to act, or won't be. Then, when it is to act: the move that the
  // decision with this id means, nothing if it does not mean the same any more.
  { G::pre_actions(shared, own, seat) } -> std::same_as<std::vector<PreAction>>;
  { G::pre_decided(shared, own, action) } -> std::same_as<std::optional<typename G::Move>>;
  // A move that a bot in this seat makes, from what the seat may know alone; the same for the same entropy.
  { G::choose(shared, own, seat, strength, entropy) } -> std::same_as<typename G::Move>;

  // Words and the picture are free functions beside the game (its words.h, story.h and scene.h). An event as a
  // sentence without full stop, empty where there is nothing to tell; what the reader's seat should know now.
  { words(event, names, narration::Style::spoken) } -> std::same_as<std::string>;
  { status(shared, &own, names) } -> std::same_as<std::string>;
  // No seats where the game keeps no scores.
  { score_sheet(shared) } -> std::same_as<ScoreSheet>;
  { notice(event, viewer) } -> std::same_as<std::optional<GameNotice>>;
  // A deal told again (deal_story.h) from all its events, first to last, filtered by `shown`. A form that the game
  // doesn't have is empty.
  { history(settings, deal, events, HistoryForm::text) } -> std::same_as<std::string>;
  { summary(events) } -> std::same_as<DealSummary>;
  { replay_steps(deal, events) } -> std::same_as<std::vector<ReplayStep>>;
  { replayed(settings, deal, events, std::size_t{}) } -> std::same_as<Replayed<G>>;
  // Adds the whole picture for one viewer to `scene`; `own` is null for who has no seat.
  { picture(shared, &own, facts, scene) } -> std::same_as<void>;
};

}  // namespace baize::games
