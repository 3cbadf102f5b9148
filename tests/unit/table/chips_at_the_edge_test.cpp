// What crosses the table's edge besides buying in and cashing out: stacks that are filled up before each deal, and
// tournaments, whose chips are not the wallet's.
#include <gtest/gtest.h>

#include <algorithm>

#include "games/holdem/game.h"
#include "table/table.h"
#include "table/view.h"

namespace baize::table {
namespace {

using core::Reason;
namespace holdem = games::holdem;

const Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");
const Uuid k_bob("bbbbbbbb-0000-4000-8000-000000000002");
const Uuid k_cid("cccccccc-0000-4000-8000-000000000003");

games::AnyMove hold_em(holdem::Move move) { return games::MoveOf<holdem::Game>{std::move(move)}; }

// A table that Ann owns, for `seats` players.
struct Driver {
  State state;
  std::vector<Transfer> transfers;
  std::vector<Event> events;
  std::uint64_t steps = 0;

  explicit Driver(std::string_view wanted) {
    const auto settings = changed_settings(*default_settings("holdem"), core::Json::parse(wanted));
    core::check(settings.has_value(), "the settings of a test fit");
    state = open({core::TableId("t1"), core::Name("Friday"), k_ann, false, *settings, 1000});
  }

  Result<void> act(const Uuid& who, Verb verb) { return act_at(state.at + 10, who, std::move(verb)); }
  Result<void> act_at(TimeMs at, const Uuid& who, Verb verb) {
    auto outcome = apply(state, {who, at, std::move(verb)});
    if (!outcome) return core::fail(outcome.error());
    EXPECT_EQ(check(outcome->state), "");
    state = outcome->state;
    transfers.insert(transfers.end(), outcome->transfers.begin(), outcome->transfers.end());
    events.insert(events.end(), outcome->table_events.begin(), outcome->table_events.end());
    return {};
  }
  void sit(const Uuid& who, const char* name, Seat seat, std::int64_t chips) {
    const auto sat = act(who, TakeSeat{core::Name(name), seat, Chips{chips}});
    ASSERT_TRUE(sat) << sat.error().message;
  }
  void tick() {
    ASSERT_TRUE(state.due);
    Tick tick;
    tick.decision = state.decision;
    tick.entropy = core::derive({}, "edge-test", steps++);
    const auto done = act_at(*state.due, {}, tick);
    ASSERT_TRUE(done) << done.error().message;
  }
  // The seat to act decides; a deal that is due begins.
  void go_on(const holdem::Move& wish) {
    if (!games::running(state.game)) return tick();
    const Seat seat = *games::to_act(state.game);
    const auto own = games::view(state.game, seat);
    const auto may = [&](const holdem::Move& move) { return games::admissible(own, hold_em(move)).has_value(); };
    const holdem::Move fallback = may(holdem::Check{}) ? holdem::Move{holdem::Check{}} : holdem::Move{holdem::Call{}};
    const Play play{state.decision, hold_em(may(wish) ? wish : fallback)};
    const auto done = act(sitter_at(state, seat)->uuid, play);
    ASSERT_TRUE(done) << done.error().message;
  }
  void end_hand(const holdem::Move& wish) {
    while (games::running(state.game)) go_on(wish);
  }
  Chips escrow() const {
    Chips in;
    for (const Transfer& one : transfers) one.way == Transfer::Way::to_table ? in += one.amount : in -= one.amount;
    return in;
  }
  Chips worth() const {
    Chips sum;
    for (const Sitter& one : state.sitters) sum += games::worth(state.game, one.seat);
    return sum;
  }
};

constexpr std::string_view k_sit_and_go =
    R"({"seats":3,"mode":"sit-and-go","buy_in":100,"starting_stack":500,"payouts":"first-two"})";

Driver full_sit_and_go() {
  Driver table(k_sit_and_go);
  table.sit(k_ann, "Ann", 0, 100);
  table.sit(k_bob, "Bob", 1, 100);
  table.sit(k_cid, "Cid", 2, 100);
  return table;
}

// Rule 12 of hold'em: auto top-up between hands.
TEST(Rule12_NoNumber_AutoTopUp, fills_the_stack_up_between_hands_in_a_step_of_its_own) {
  Driver table(R"({"deal_pause":100})");
  table.sit(k_ann, "Ann", 0, 500);
  table.sit(k_bob, "Bob", 3, 500);
  ASSERT_TRUE(table.act(k_ann, AutoTopUp{Chips{600}}));
  EXPECT_EQ(viewer_view(table.state, k_ann).auto_top_up, Chips{600});
  EXPECT_EQ(due_top_up(table.state), k_ann);
  ASSERT_TRUE(table.act({}, FillUp{k_ann}));
  EXPECT_EQ(games::stack(table.state.game, 0), Chips{600});
  EXPECT_EQ(table.transfers.back().amount, Chips{100});
  EXPECT_FALSE(due_top_up(table.state));
  EXPECT_EQ(table.act({}, FillUp{k_ann}).error().reason, Reason::stale);
  table.tick();
  EXPECT_FALSE(due_top_up(table.state)) << "never while a hand runs";
  table.end_hand(holdem::Fold{});
  const auto due = due_top_up(table.state);
  EXPECT_EQ(due.has_value(), games::stack(table.state.game, 0) < Chips{600});
}

TEST(Rule12_NoNumber_AutoTopUp, is_bounded_by_the_buy_in_and_ends_where_a_wallet_is_empty) {
  Driver table("{}");
  table.sit(k_ann, "Ann", 0, 500);
  EXPECT_EQ(table.act(k_ann, AutoTopUp{Chips{2001}}).error().reason, Reason::invalid_amount);
  EXPECT_EQ(table.act(k_bob, AutoTopUp{Chips{500}}).error().reason, Reason::not_seated);
  ASSERT_TRUE(table.act(k_ann, AutoTopUp{Chips{2000}}));
  EXPECT_EQ(table.act(k_ann, FillUp{k_ann}).error().reason, Reason::unknown_action) << "the house's to do";
  ASSERT_TRUE(table.act({}, EndTopUp{k_ann}));
  EXPECT_FALSE(due_top_up(table.state));
  EXPECT_EQ(viewer_view(table.state, k_ann).auto_top_up, Chips{0});
}

TEST(Rule12_NoNumber_AutoTopUp, buys_in_again_for_who_has_lost_everything) {
  Driver table("{}");
  table.sit(k_ann, "Ann", 0, 100);
  table.sit(k_bob, "Bob", 3, 100);
  ASSERT_TRUE(table.act(k_ann, AutoTopUp{Chips{100}}));
  ASSERT_TRUE(table.act(k_bob, AutoTopUp{Chips{100}}));
  for (int i = 0; i < 300 && table.transfers.size() < 4; ++i) {
    while (const auto due = due_top_up(table.state)) ASSERT_TRUE(table.act({}, FillUp{*due}));
    table.go_on(holdem::AllIn{});
  }
  table.end_hand(holdem::Fold{});
  EXPECT_EQ(table.state.sitters.size(), 2u) << "nobody had to leave the seat";
  EXPECT_EQ(table.escrow(), table.worth());
}

TEST(SitAndGoTable, begins_when_every_seat_is_taken) {
  Driver table(k_sit_and_go);
  table.sit(k_ann, "Ann", 0, 100);
  table.sit(k_bob, "Bob", 1, 100);
  EXPECT_FALSE(table.state.due);
  EXPECT_EQ(table.act(k_ann, StartGame{}).error().message,
            "This game begins when every seat is taken. Wait for more, or add bots.");
  table.sit(k_cid, "Cid", 2, 100);
  EXPECT_TRUE(table.state.due);
  table.tick();
  EXPECT_TRUE(games::running(table.state.game));
}

TEST(SitAndGoTable, keeps_buy_ins_in_escrow_and_tournament_chips_out_of_it) {
  Driver table = full_sit_and_go();
  EXPECT_EQ(games::stack(table.state.game, 1), Chips{500});
  EXPECT_EQ(table.escrow(), Chips{300});
  for (int i = 0; i < 2000 && !table.state.sitters.empty(); ++i) {
    table.go_on(holdem::AllIn{});
    ASSERT_EQ(table.escrow(), table.worth());
  }
  EXPECT_TRUE(table.state.sitters.empty()) << "the winner too is paid and stands up";
  EXPECT_EQ(table.escrow(), Chips{0});
  Chips first_prize;
  for (const Transfer& one : table.transfers)
    if (one.way == Transfer::Way::from_table) first_prize = std::max(first_prize, one.amount);
  EXPECT_EQ(first_prize, Chips{195}) << "65 in a hundred";
  table.sit(k_ann, "Ann", 0, 100);
  EXPECT_EQ(table.escrow(), Chips{100}) << "and the next one gathers";
}

TEST(SitAndGoTable, lets_a_player_go_who_leaves_the_chips_behind) {
  Driver table = full_sit_and_go();
  table.tick();
  table.end_hand(holdem::Fold{});
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  EXPECT_NE(sitter(table.state, k_bob), nullptr) << "the seat is blinded off";
  EXPECT_EQ(table.transfers.size(), 3u);
  ASSERT_TRUE(table.act(k_bob, SitIn{})) << "and may be taken again by its player";
  EXPECT_FALSE(sitter(table.state, k_bob)->gone);
  ASSERT_TRUE(table.act(k_bob, RequestLeave{}));
  EXPECT_TRUE(sitter(table.state, k_bob)->gone);
  for (int i = 0; i < 3000 && !table.state.sitters.empty(); ++i) table.go_on(holdem::Call{});
  EXPECT_TRUE(table.state.sitters.empty());
  EXPECT_EQ(table.escrow(), Chips{0});
}

TEST(SitAndGoTable, that_is_closed_shares_what_was_paid_in) {
  Driver table = full_sit_and_go();
  table.tick();
  table.go_on(holdem::AllIn{});
  ASSERT_TRUE(table.act(k_ann, CloseTable{}));
  EXPECT_EQ(table.escrow(), Chips{0});
  for (const Transfer& one : table.transfers) EXPECT_EQ(one.amount, Chips{100});
}

TEST(SitIn, does_not_bring_back_whom_the_owner_sent_away) {
  Driver table = full_sit_and_go();
  table.tick();
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_bob, false}));
  EXPECT_EQ(table.act(k_bob, SitIn{}).error().reason, Reason::owner_only);
}

TEST(Settings, that_were_chosen_for_good_cannot_be_changed) {
  Driver table("{}");
  auto settings = changed_settings(table.state.settings, core::Json::parse(R"({"audit":"never"})"));
  ASSERT_TRUE(settings);
  EXPECT_EQ(table.act(k_ann, UpdateSettings{*settings}).error().message,
            "How decks are opened was chosen when the table was made and stays. Make another table.");
}

}  // namespace
}  // namespace baize::table
