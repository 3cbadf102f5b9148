// The registry: the one place outside the games' own folders that names them. It turns the registered games into
// variants (AnyState, AnyMove, ...) and forwards the contract's functions to the game that a value belongs to, so that
// table, protocol, client, web and server run any game without knowing it. A new game is one line in `Registered`.
//
// Handing a function values of two different games is a broken invariant.
#pragma once

#include <boost/mp11.hpp>
#include <variant>

#include "core/json_read.h"
#include "games/contract.h"
#include "games/holdem/bot/thought.h"
#include "games/holdem/game.h"
#include "games/holdem/odds.h"
#include "games/holdem/scene.h"
#include "games/holdem/story.h"
#include "games/holdem/words.h"
#include "games/nommie/bot/thought.h"
#include "games/nommie/game.h"
#include "games/nommie/odds.h"
#include "games/nommie/scene.h"
#include "games/nommie/story.h"
#include "games/nommie/words.h"
#include "games/table_facts.h"
#include "narration/words.h"

namespace baize::games {

using Registered = boost::mp11::mp_list<holdem::Game, nommie::Game>;

// A move and the events of a step, labelled with the game they belong to: {"game":"holdem","move":{..}}.
template <class G>
struct MoveOf {
  static constexpr core::Tag k_tag{"game", G::k_id};
  typename G::Move move;
  friend bool operator==(const MoveOf&, const MoveOf&) = default;
  BOOST_DESCRIBE_CLASS(MoveOf, (), (move), (), ())
};

template <class G>
struct EventsOf {
  static constexpr core::Tag k_tag{"game", G::k_id};
  std::vector<typename G::Event> events;
  friend bool operator==(const EventsOf&, const EventsOf&) = default;
  BOOST_DESCRIBE_CLASS(EventsOf, (), (events), (), ())
};

template <template <class> class Of>
using Any = boost::mp11::mp_rename<boost::mp11::mp_transform<Of, Registered>, std::variant>;

template <class G>
using SettingsOf = typename G::Settings;
template <class G>
using StateOf = typename G::State;
template <class G>
using PublicOf = typename G::Public;
template <class G>
using PrivateOf = typename G::Private;

using AnySettings = Any<SettingsOf>;
using AnyState = Any<StateOf>;
using AnyPublic = Any<PublicOf>;
using AnyPrivate = Any<PrivateOf>;
using AnyMove = Any<MoveOf>;
using AnyEvents = Any<EventsOf>;

// What a move leads to, whatever the game.
struct AnyStep {
  AnyState state;
  AnyEvents events;
};

// What can be played.
struct GameDescription {
  std::string id;
  std::string name;
  int min_seats = 2;
  int max_seats = 2;
  std::vector<SettingDescription> settings;
  friend bool operator==(const GameDescription&, const GameDescription&) = default;
};
BOOST_DESCRIBE_STRUCT(GameDescription, (), (id, name, min_seats, max_seats, settings))

std::vector<GameDescription> describe_games();
// invalid-field if no game has this id.
Result<AnySettings> default_settings(std::string_view game);
std::string_view id_of(const AnySettings& settings);
std::string_view title_of(const AnySettings& settings);
int rules_of(const AnySettings& settings);
std::string_view deal_word(const AnySettings& settings);
bool stand_ins(const AnySettings& settings);
bool pause_waits(const AnySettings& settings);
int min_seats(const AnySettings& settings);
int max_seats(const AnySettings& settings);

// The contract, function by function; contract.h says what each promises.
std::vector<SettingDescription> describe_settings(const AnySettings& settings);
Result<void> check_settings(const AnySettings& settings);
Result<void> check_fit(const AnySettings& settings, int seats);
Result<void> may_change(const AnyState& state, const AnySettings& settings);
AnyState create(const AnySettings& settings);
Chips min_buy_in(const AnySettings& settings);
Chips max_buy_in(const AnySettings& settings);
std::string stakes(const AnySettings& settings);

Result<AnyStep> sit(const AnyState& state, Seat seat, Chips chips);
Result<AnyStep> stand(const AnyState& state, Seat seat);
Result<AnyStep> top_up(const AnyState& state, Seat seat, Chips chips);
Result<AnyStep> sit_out(const AnyState& state, Seat seat, bool out);
bool bound(const AnyState& state, Seat seat);
Chips stack(const AnyState& state, Seat seat);
Chips worth(const AnyState& state, Seat seat);
bool finished(const AnyState& state, Seat seat);
SeatStatus seat_status(const AnyState& state, Seat seat);

bool can_deal(const AnyState& state, SeatMask among = k_all_seats);
bool needs_all_seats(const AnyState& state);
AnyState at_time(const AnyState& state, TimeMs at);
bool running(const AnyState& state);
TimeMs interlude_ms(const AnyState& state);
Result<AnyStep> deal(const AnyState& state, const Entropy& entropy, SeatMask among = k_all_seats);
std::uint32_t deal_number(const AnyState& state);
std::uint32_t deal_number(const AnyPublic& shared);

std::optional<Seat> to_act(const AnyState& state);
std::uint32_t decision(const AnyState& state);
TimeMs allowance_ms(const AnyState& state, TimeMs turn_ms);
Result<AnyStep> apply(const AnyState& state, Seat seat, const AnyMove& move, Clock clock);
bool standing(const AnyMove& move);
Result<AnyStep> on_timeout(const AnyState& state, Clock clock);
Result<AnyStep> set_absent(const AnyState& state, Seat seat, bool absent);
AnyStep void_deal(const AnyState& state);
AnyState with_settings(const AnyState& state, const AnySettings& settings);
AnyState begun_anew(const AnyState& state);
AnyState called_off(const AnyState& state);

std::optional<Audit> audit(const AnySettings& settings);
const cards::Deck* deck(const AnyState& state);
std::uint64_t seen(const AnyState& state, Viewer viewer);

AnyPublic view(const AnyState& state);
AnyPrivate view(const AnyState& state, Seat seat);
std::optional<BidConstraints> bid_constraints(const AnyState& state, Seat seat);
// What a viewer without a seat has: no hand and nothing to do.
AnyPrivate nothing_private(const AnyState& state);
// The same without the legal moves: for who may look at the own hand and not play it.
AnyPrivate hand_alone(const AnyPrivate& own);
AnyEvents shown(const AnyEvents& events, Viewer viewer);
std::vector<cards::Placed> placed(const AnyPublic& shared, const AnyPrivate& own, Viewer viewer);
bool empty(const AnyEvents& events);
// The same game's events with none in them, and `more` behind `events`.
AnyEvents no_events(const AnyState& state);
void append(AnyEvents& events, const AnyEvents& more);
std::string check(const AnyState& state);

Result<void> admissible(const AnyPrivate& own, const AnyMove& move);
std::vector<Control> controls(const AnyPublic& shared, const AnyPrivate& own);
Result<AnyMove> answer(const AnyPublic& shared, std::string_view action, const Answer& answer);
AnyMove choose(const AnyPublic& shared, const AnyPrivate& own, Seat seat, Strength strength, const Entropy& entropy);
std::vector<PreAction> pre_actions(const AnyPublic& shared, const AnyPrivate& own, Seat seat);
std::optional<AnyMove> pre_decided(const AnyPublic& shared, const AnyPrivate& own, std::string_view id);
// The cards of a private view, in the player's order.
std::vector<cards::Card> hand(const AnyPrivate& own);

// One event in words: a full sentence for the log (empty: nothing to tell) and the terser spoken form.
struct Told {
  std::string logged;
  std::string spoken;
};
// In order, without those of which nothing is told. The events have been filtered by `shown`.
std::vector<Told> told(const AnyEvents& events, const narration::Names& names);
// What the viewer's seat should know now: "Your turn: 50 to call"; empty between deals.
std::string status(const AnyPublic& shared, const AnyPrivate& own, const narration::Names& names);

ScoreSheet score_sheet(const AnyPublic& shared);

// What this viewer should notice at once among events that have been filtered by `shown`.
std::vector<GameNotice> notices(const AnyEvents& events, Viewer viewer);

// A deal told again; contract.h says what each promises.
std::string history(const AnySettings& settings, const DealFacts& deal, const AnyEvents& events, HistoryForm form);
DealSummary summary(const AnyEvents& events);
std::vector<ReplayStep> replay_steps(const DealFacts& deal, const AnyEvents& events);
struct AnyReplayed {
  AnyPublic shared;
  AnyPrivate own;
  Stacks stacks{};
};
AnyReplayed replayed(const AnySettings& settings, const DealFacts& deal, const AnyEvents& events, std::size_t count);

// The game's picture for one viewer, whole from the backdrop on. `own`: null for who has no seat.
scene::Scene picture(const AnyPublic& shared, const AnyPrivate* own, const TableFacts& facts);

// A move as it stands on the wire, without the game's name: {"action":"player-raise","amount":200}.
// unknown-action if the game has no such move.
Result<AnyMove> move_from_json(std::string_view game, const core::Json& json);
void write_move(std::string& out, const AnyMove& move);

}  // namespace baize::games
