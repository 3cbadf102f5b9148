#include <algorithm>

#include "core/json_read.h"
#include "core/json_write.h"
#include "unit/table/holdem_table.h"

namespace baize::table {
namespace {

TEST(Table, deals_by_itself_once_two_players_have_gathered) {
  Driver table;
  table.sit(k_ann, "Ann", 0);
  EXPECT_FALSE(table.state.due);
  table.sit(k_bob, "Bob", 3);
  EXPECT_EQ(table.state.due, table.state.at + 2000);
  table.tick();
  EXPECT_TRUE(table.deal_began);
  EXPECT_EQ(table.state.status, Status::running);
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
}

TEST(Table, waits_for_the_owner_to_start_where_it_is_set_so) {
  TableSettings settings;
  settings.auto_start = false;
  Driver table(settings);
  table.sit(k_ann, "Ann", 0);
  EXPECT_EQ(table.refusal(k_ann, StartGame{drawn(0)}), Reason::illegal_move);
  table.sit(k_bob, "Bob", 1);
  EXPECT_FALSE(table.state.due);
  EXPECT_EQ(table.refusal(k_bob, StartGame{drawn(0)}), Reason::owner_only);
  EXPECT_TRUE(table.act(k_ann, StartGame{drawn(0)}));
  EXPECT_TRUE(games::running(table.state.game));
}

TEST(Table, rests_between_deals_for_as_many_percent_of_the_games_pause_as_it_is_set) {
  for (const std::int32_t percent : {0, 50, 100, 300}) {
    TableSettings settings;
    settings.deal_pause = percent;
    Driver table(settings);
    table.begin_heads_up();
    ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Fold{})}));
    EXPECT_EQ(*table.state.due - table.state.at, games::interlude_ms(table.state.game) * percent / 100);
    table.tick();
    EXPECT_TRUE(games::running(table.state.game));
  }
}

TEST(Table, lets_the_owner_decide_who_sits_where_it_is_set_so) {
  TableSettings settings;
  settings.auto_accept = false;
  Driver table(settings);
  table.sit(k_ann, "Ann", 0);
  EXPECT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}));
  EXPECT_TRUE(table.act(k_cid, TakeSeat{core::Name("Cid"), 1, Chips{500}}));
  EXPECT_EQ(viewer_view(table.state, k_bob).role, Role::pending);
  EXPECT_EQ(table.transfers.size(), 1u);
  EXPECT_EQ(table.refusal(k_bob, AcceptPlayer{k_bob}), Reason::owner_only);
  EXPECT_TRUE(table.act(k_ann, AcceptPlayer{k_bob}));
  EXPECT_EQ(sitter(table.state, k_bob)->seat, 1);
  // Cid wanted the same seat.
  EXPECT_EQ(viewer_view(table.state, k_cid).role, Role::spectator);
  EXPECT_EQ(table.on_the_table(), Chips{1500});
}

TEST(Table, refuses_seats_names_and_buy_ins_that_do_not_fit) {
  Driver table;
  table.sit(k_ann, "Ann", 0);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 0, Chips{500}}), Reason::seat_taken);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 6, Chips{500}}), Reason::invalid_field);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), -1, Chips{500}}), Reason::invalid_field);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("aNN"), 1, Chips{500}}), Reason::name_taken);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name(""), 1, Chips{500}}), Reason::name_needed);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{99}}), Reason::invalid_amount);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{2001}}), Reason::invalid_amount);
  EXPECT_EQ(table.refusal(k_ann, TakeSeat{core::Name("Ann"), 2, Chips{500}}), Reason::already_seated);
}

TEST(Table, accepts_a_move_only_from_the_seat_to_act_and_for_the_open_decision) {
  Driver table;
  table.begin_heads_up();
  const Uuid first = table.to_act();
  const Uuid other = first == k_ann ? k_bob : k_ann;
  const auto call = hold_em(holdem::Call{});
  EXPECT_EQ(table.refusal(other, Play{table.state.decision, call}), Reason::not_your_turn);
  EXPECT_EQ(table.refusal(k_cid, Play{table.state.decision, call}), Reason::not_seated);
  EXPECT_EQ(table.refusal(first, Play{table.state.decision - 1, call}), Reason::stale);
  EXPECT_TRUE(table.act(first, Play{table.state.decision, call}));
  EXPECT_EQ(table.to_act(), other);
}

TEST(Table, ignores_a_tick_that_comes_early_late_or_twice) {
  Driver table;
  table.begin_heads_up();
  const auto decision = table.state.decision;
  EXPECT_FALSE(apply(table.state, {{}, *table.state.due - 1, Tick{decision, {}}}));
  table.tick();
  EXPECT_EQ(table.state.decision, decision) << "the time bank opens first";
  table.tick();
  EXPECT_NE(table.state.decision, decision);
  EXPECT_EQ(apply(table.state, {{}, table.state.at + 100'000, Tick{decision, {}}}).error().reason, Reason::stale);
  EXPECT_EQ(table.refusal(k_ann, Tick{table.state.decision, {}}), Reason::unknown_action);
}

TEST(Table, restarts_a_clock_in_full_when_it_is_restored) {
  Driver table;
  table.begin_heads_up();
  const auto decision = table.state.decision;
  ASSERT_TRUE(table.act({}, Restored{}, table.state.at + 500'000));
  EXPECT_EQ(table.state.decision, decision);
  EXPECT_EQ(table.state.due, table.state.at + 30'000);
}

TEST(Table, never_lets_time_run_backwards) {
  Driver table;
  table.begin_heads_up();
  const TimeMs at = table.state.at;
  ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Fold{})}, at - 5000));
  EXPECT_EQ(table.state.at, at);
}

// Rule 11 of hold'em.
TEST(Rule11_NoNumber_Table, pays_a_leaver_out_when_the_hand_that_binds_the_chips_is_over) {
  Driver table;
  table.begin_heads_up();
  const Uuid leaver = table.to_act();
  ASSERT_TRUE(table.act(leaver, Leave{}));
  // Heads-up the leaver's fold ends the hand in the same action.
  EXPECT_EQ(sitter(table.state, leaver), nullptr);
  EXPECT_FALSE(games::running(table.state.game));
  EXPECT_EQ(table.transfers.back().way, Transfer::Way::from_table);
  EXPECT_EQ(table.transfers.back().account, leaver);
  EXPECT_EQ(table.state.status, Status::waiting);
}

// Rule 11 of hold'em.
TEST(Rule11_NoNumber_KickedPlayer, folds_to_a_bet_and_takes_the_rest_of_the_stack_when_the_hand_ends) {
  Driver table;
  table.sit(k_ann, "Ann", 0);
  table.sit(k_bob, "Bob", 3);
  table.sit(k_cid, "Cid", 5);
  table.tick();
  // Somebody who has paid a blind and isn't asked yet.
  const bool bob = games::stack(table.state.game, 3) < Chips{1000};
  const Uuid& kicked = bob ? k_bob : k_cid;
  const Chips left = games::stack(table.state.game, bob ? 3 : 5);
  ASSERT_LT(left, Chips{1000});
  ASSERT_TRUE(table.act(k_ann, KickPlayer{kicked, false}));
  EXPECT_TRUE(games::running(table.state.game));
  ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Raise{Chips{40}})}));
  while (games::running(table.state.game)) {
    ASSERT_NE(table.to_act(), kicked);
    ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Fold{})}));
  }
  EXPECT_EQ(sitter(table.state, kicked), nullptr);
  EXPECT_EQ(table.transfers.back().account, kicked);
  EXPECT_EQ(table.transfers.back().amount, left);
  EXPECT_EQ(table.on_the_table(), Chips{3000} - left) << "what is in the pot stays there";
}

TEST(Table, passes_on_to_another_player_when_the_owner_leaves) {
  Driver table;
  table.begin_heads_up();
  ASSERT_TRUE(table.act(k_ann, Leave{}));
  EXPECT_EQ(table.state.owner, k_bob);
}

TEST(Table, pauses_when_the_hand_is_over_and_resumes) {
  Driver table;
  table.begin_heads_up();
  ASSERT_TRUE(table.act(k_ann, PauseGame{}));
  EXPECT_TRUE(public_view(table.state).table.pause_pending);
  EXPECT_EQ(table.state.status, Status::running);
  ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Fold{})}));
  EXPECT_EQ(table.state.status, Status::paused);
  EXPECT_FALSE(table.state.due);
  EXPECT_EQ(table.refusal(k_bob, ResumeGame{}), Reason::owner_only);
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}));
  EXPECT_TRUE(table.state.due);
}

TEST(Table, frees_the_seat_of_who_lost_the_last_chip_after_the_result_was_seen) {
  Driver table;
  table.sit(k_ann, "Ann", 0, 100);
  table.sit(k_bob, "Bob", 3, 100);
  while (table.state.sitters.size() == 2 && table.log.size() < 2000) {
    if (games::running(table.state.game))
      table.shove();
    else
      table.tick();
  }
  ASSERT_EQ(table.state.sitters.size(), 1u);
  EXPECT_EQ(games::stack(table.state.game, table.state.sitters[0].seat), Chips{200});
  const auto* left = std::get_if<SeatLeft>(&table.events.back());
  ASSERT_NE(left, nullptr);
  EXPECT_EQ(left->reason, LeaveReason::out_of_chips);
}

TEST(Table, gives_a_bot_that_lost_everything_new_chips_from_the_house) {
  Driver table;
  table.sit(k_ann, "Ann", 0, 2000);
  ASSERT_TRUE(table.act(k_ann, AddBot{k_bob, core::Name("Ada"), 1, games::Strength::easy}));
  const auto from_the_house = [&] {
    return std::count_if(table.transfers.begin(), table.transfers.end(), [](const Transfer& one) {
      return one.bot && one.way == Transfer::Way::to_table && one.amount == Chips{1000};
    });
  };
  for (int i = 0; i < 400 && from_the_house() < 2; ++i) {
    if (sitter(table.state, k_ann) == nullptr)
      table.sit(k_ann, "Ann", 0, 2000);
    else if (games::running(table.state.game))
      table.shove();
    else
      table.tick();
  }
  EXPECT_EQ(from_the_house(), 2);
  EXPECT_EQ(sitter(table.state, k_bob)->seat, 1);
}

TEST(Table, keeps_out_whom_the_owner_banned) {
  Driver table;
  table.begin_heads_up();
  EXPECT_EQ(table.refusal(k_bob, KickPlayer{k_ann, false}), Reason::owner_only);
  ASSERT_TRUE(table.act(k_ann, KickPlayer{k_bob, true}));
  EXPECT_EQ(sitter(table.state, k_bob), nullptr);
  EXPECT_EQ(table.refusal(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}), Reason::banned);
  ASSERT_TRUE(table.act(k_ann, UnbanPlayer{k_bob}));
  EXPECT_TRUE(table.act(k_bob, TakeSeat{core::Name("Bob"), 1, Chips{500}}));
}

TEST(Table, understands_the_names_of_choices_with_hyphens_and_with_underscores) {
  Driver table;
  for (const char* text : {R"({"audit":"at-close"})", R"({"audit":"at_close"})"}) {
    const auto wanted = changed_settings(table.state.settings, core::Json::parse(text));
    ASSERT_TRUE(wanted) << wanted.error().message;
    EXPECT_EQ(games::audit(wanted->game.value), games::Audit::at_close);
  }
  EXPECT_FALSE(changed_settings(table.state.settings, core::Json::parse(R"({"audit":"perhaps"})")));
}

TEST(Table, applies_new_settings_with_the_next_hand) {
  Driver table;
  table.begin_heads_up();
  const auto wanted = changed_settings(table.state.settings, core::Json::parse(R"({"big_blind":20,"small_blind":10})"));
  ASSERT_TRUE(wanted) << wanted.error().message;
  ASSERT_TRUE(table.act(k_ann, UpdateSettings{*wanted}));
  EXPECT_NE(table.state.settings, *wanted);
  ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, hold_em(holdem::Fold{})}));
  EXPECT_EQ(table.state.settings, *wanted);
}

TEST(Table, returns_every_chip_when_it_is_closed_in_mid_hand) {
  Driver table;
  table.begin_heads_up();
  EXPECT_EQ(table.refusal(k_bob, CloseTable{}), Reason::owner_only);
  ASSERT_TRUE(table.act(k_ann, CloseTable{}));
  EXPECT_EQ(table.on_the_table(), Chips{0});
  for (std::size_t i = 2; i < table.transfers.size(); ++i) EXPECT_EQ(table.transfers[i].amount, Chips{1000});
  EXPECT_EQ(table.refusal(k_ann, PauseGame{}), Reason::no_such_table);
}

TEST(Table, gives_the_same_state_byte_for_byte_when_its_log_is_replayed_from_json) {
  Driver table;
  table.begin_heads_up();
  for (int i = 0; i < 40; ++i) {
    if (!table.state.due) break;
    if (!games::running(table.state.game)) {
      table.tick();
      continue;
    }
    const Seat seat = *games::to_act(table.state.game);
    const auto move = games::choose(games::view(table.state.game), games::view(table.state.game, seat), seat,
                                    games::Strength::easy, drawn(static_cast<std::uint64_t>(i)));
    ASSERT_TRUE(table.act(table.to_act(), Play{table.state.decision, move}));
  }
  State replayed = Driver().state;
  for (const Action& action : table.log) {
    const auto read = core::from_json_text<Action>(core::to_json(action));
    ASSERT_TRUE(read) << read.error().message << core::to_json(action);
    replayed = apply(replayed, *read)->state;
  }
  EXPECT_EQ(digest(replayed), digest(table.state));
  const auto stored = core::from_json_text<State>(core::to_json(table.state));
  ASSERT_TRUE(stored) << stored.error().message;
  EXPECT_EQ(*stored, table.state);
}

TEST(TableView, shows_a_spectator_nothing_private) {
  Driver table;
  table.begin_heads_up();
  const GameView own = view(table.state, k_ann);
  EXPECT_EQ(games::hand(own.viewer.own.value).size(), 2u);
  const GameView spectator = view(table.state, k_cid);
  EXPECT_TRUE(games::hand(spectator.viewer.own.value).empty());
  EXPECT_EQ(core::to_json(spectator).find("deck"), std::string::npos);
  EXPECT_EQ(spectator.shared.value, own.shared.value);
}

}  // namespace
}  // namespace baize::table
