// Whom the owner sends away, who asks in vain, and whose the table is: what is told of it, at once.
#include "table/words.h"
#include "unit/table/holdem_table.h"

namespace baize::table {
namespace {

template <class Told>
std::vector<Told> told(const Driver& table) {
  std::vector<Told> all;
  for (const Event& event : table.events)
    if (const auto* one = std::get_if<Told>(&event)) all.push_back(*one);
  return all;
}

TEST(Owner, is_another_player_once_the_hand_is_over_in_which_the_owner_asked_to_leave) {
  Driver table;
  table.begin_heads_up();
  ASSERT_TRUE(table.act(k_ann, RequestLeave{}));
  EXPECT_EQ(table.state.owner, k_ann);
  ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Fold{})}));
  EXPECT_EQ(sitter(table.state, k_ann), nullptr);
  EXPECT_EQ(table.state.owner, k_bob);
  ASSERT_EQ(told<OwnerChanged>(table).size(), 1u);
}

TEST(Owner, who_only_watches_leaves_the_table_to_a_player_if_there_is_one) {
  for (const bool lost : {false, true}) {
    Driver table;
    const auto go = [&] { return lost ? table.act({}, Gone{k_ann}) : table.act(k_ann, Leave{}); };
    EXPECT_FALSE(go());
    table.sit(k_bob, "Bob", 3);
    EXPECT_EQ(table.refusal(k_cid, Leave{}), Reason::not_seated);
    ASSERT_TRUE(go());
    EXPECT_EQ(table.state.owner, k_bob);
    EXPECT_EQ(table.refusal(k_ann, Leave{}), Reason::not_seated);
  }
}

TEST(Owner, who_is_not_there_leaves_the_table_to_who_has_waited_longest_where_nobody_else_could_answer) {
  TableSettings settings;
  settings.auto_accept = false;
  for (const bool lost : {false, true}) {
    Driver table(settings);
    const auto go = [&] { return lost ? table.act({}, Gone{k_ann}) : table.act(k_ann, Leave{}); };
    ASSERT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}));
    ASSERT_TRUE(table.act(k_cid, TakeSeat{core::Name("Cid"), 2, Chips{500}}));
    ASSERT_TRUE(go());
    EXPECT_EQ(table.state.owner, k_bob);
    EXPECT_EQ(told<OwnerChanged>(table).back().username, core::Name("Bob"));
    ASSERT_TRUE(table.act(k_bob, AcceptPlayer{k_bob}));
    ASSERT_TRUE(table.act(k_bob, AcceptPlayer{k_cid}));
    EXPECT_EQ(table.state.sitters.size(), 2u);
  }
}

TEST(Owner, who_came_by_the_table_while_waiting_and_goes_does_not_get_it_back) {
  TableSettings settings;
  settings.auto_accept = false;
  Driver table(settings);
  ASSERT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}));
  ASSERT_TRUE(table.act(k_cid, TakeSeat{core::Name("Cid"), 2, Chips{500}}));
  ASSERT_TRUE(table.act({}, Gone{k_ann}));
  ASSERT_EQ(table.state.owner, k_bob);
  ASSERT_TRUE(table.act({}, Gone{k_bob}));
  EXPECT_EQ(table.state.owner, k_cid);
  EXPECT_EQ(request_of(table.state, k_bob), nullptr);
  EXPECT_EQ(table.refusal({}, Gone{k_cid}), Reason::not_seated);
}

TEST(Owner, who_has_left_a_hand_that_only_bots_go_on_with_leaves_the_table_to_who_asks_for_a_seat) {
  TableSettings settings;
  settings.auto_accept = false;
  Driver table(settings);
  table.sit(k_ann, "Ann", 0);
  for (const Seat seat : {Seat{1}, Seat{2}})
    ASSERT_TRUE(table.act(k_ann, AddBot{Uuid("b" + std::to_string(seat)), core::Name("Bot " + std::to_string(seat)),
                                        seat, games::Strength::easy}));
  table.tick();
  ASSERT_TRUE(table.act(k_ann, Leave{}));
  ASSERT_TRUE(sitter(table.state, k_ann)->gone);
  EXPECT_EQ(table.state.owner, k_ann);
  EXPECT_EQ(table.refusal({}, Gone{k_ann}), Reason::not_seated);
  ASSERT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 3, Chips{500}}));
  ASSERT_TRUE(table.act({}, Gone{k_ann}));
  EXPECT_EQ(table.state.owner, k_bob);
}

TEST(Pause, names_who_asked_for_it_whoever_ends_the_hand_and_whoever_owns_the_table_then) {
  for (const bool leaves : {false, true}) {
    Driver table;
    table.begin_heads_up();
    ASSERT_TRUE(table.act(k_ann, PauseGame{}));
    EXPECT_EQ(table.refusal(k_ann, PauseGame{}), Reason::paused);
    if (leaves) {
      ASSERT_TRUE(table.act(k_ann, RequestLeave{}));
    }
    if (table.to_act() == k_ann) {
      ASSERT_TRUE(table.act(k_ann, Play{table.state.decision, hold_em(holdem::Call{})}));
    }
    ASSERT_TRUE(table.act(k_bob, Play{table.state.decision, hold_em(holdem::Fold{})}));
    const auto pauses = told<Paused>(table);
    ASSERT_EQ(pauses.size(), 1u);
    EXPECT_EQ(pauses[0].by, k_ann);
    EXPECT_EQ(table.state.status, Status::paused);
    EXPECT_EQ(table.state.owner, leaves ? k_bob : k_ann);
  }
}

TEST(Kick, is_told_at_once_in_the_midst_of_a_hand_too) {
  Driver table;
  table.sit(k_ann, "Ann", 0);
  table.sit(k_bob, "Bob", 1);
  table.sit(k_cid, "Cid", 2);
  table.tick();
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_cid, false}));
  ASSERT_NE(sitter(table.state, k_cid), nullptr);
  ASSERT_EQ(told<SentAway>(table).size(), 1u);
  EXPECT_EQ(told<SentAway>(table)[0], (SentAway{k_cid, core::Name("Cid"), false}));
  EXPECT_EQ(words(table.events.back(), k_ann), "Cid is taken off the seat");
  EXPECT_EQ(words(table.events.back(), k_cid), "You are taken off your seat");
}

TEST(Ban, of_who_waits_for_a_seat_or_only_watches_is_a_ban) {
  TableSettings settings;
  settings.auto_accept = false;
  Driver table(settings);
  ASSERT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}));
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_bob, true}));
  EXPECT_TRUE(table.state.requests.empty());
  EXPECT_EQ(told<SeatRequestEnded>(table).back().how, RequestEnd::banned);
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_cid, true}));
  const auto away = told<SentAway>(table);
  ASSERT_EQ(away.size(), 2u);
  EXPECT_EQ(words(Event{away[0]}, k_ann), "Bob is banned");
  EXPECT_EQ(away[1].uuid, k_cid);
  EXPECT_EQ(words(Event{away[1]}, k_ann), "");
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}), Reason::banned);
}

TEST(CloseTable, ends_every_request_for_a_seat) {
  TableSettings settings;
  settings.auto_accept = false;
  Driver table(settings);
  ASSERT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}));
  ASSERT_TRUE(table.act(k_cid, TakeSeat{core::Name("Cid"), 2, Chips{500}}));
  ASSERT_TRUE(table.act(k_ann, CloseTable{}));
  const auto ended = told<SeatRequestEnded>(table);
  ASSERT_EQ(ended.size(), 2u);
  for (const auto& one : ended) EXPECT_EQ(one.how, RequestEnd::table_closed);
}

}  // namespace
}  // namespace baize::table
