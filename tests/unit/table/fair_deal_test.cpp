// Fair deals at a table (the rules, "Fair deals"): who decides a deck, when, and what becomes of values that do not
// come.
#include <set>

#include "core/binary.h"
#include "core/json_read.h"
#include "core/json_write.h"
#include "table/view.h"
#include "unit/table/fair_table.h"

namespace baize::table {
namespace {

using core::Reason;

const fair::Part* part_of(const DealSealed& sealed, Seat seat) {
  for (const fair::Part& one : sealed.parts)
    if (one.seat == seat) return &one;
  return nullptr;
}

std::uint32_t left_out(const State& state, const Uuid& who) { return sitter(state, who)->left_out; }

TEST(FairDeal, freezes_seats_last_values_and_a_commitment_before_anybody_gives_a_value) {
  FairTable table;
  table.sit(k_ann, "Ann", 0);
  table.sit(k_bob, "Bob", 3);
  table.add_bot(5);
  table.begin_chain(k_ann);
  table.begin_chain(k_bob);
  table.tick();
  EXPECT_FALSE(table.running());
  const DealOpen* open = table.told<DealOpen>();
  ASSERT_TRUE(open);
  EXPECT_EQ(open->hand, 1u);
  EXPECT_EQ(open->commitment, fair::hash_of(table.state.opened->seed));
  ASSERT_EQ(open->seats.size(), 2u);
  EXPECT_EQ(open->seats[0], (fair::Frozen{0, table.chains.at(std::string(k_ann.view()))->tip()}));
  EXPECT_EQ(open->seats[1].seat, 3);
  EXPECT_EQ(open->others, std::vector<Seat>{5});
}

TEST(FairDeal, makes_the_deck_of_everybodys_value_and_the_committed_seed) {
  FairTable table;
  table.open_heads_up();
  const DealOpen open = *table.told<DealOpen>();
  const fair::Value seed = table.state.opened->seed;
  const auto ann = table.give(k_ann);
  const auto bob = table.give(k_bob);
  table.tick();
  ASSERT_TRUE(table.running());
  const DealSealed* sealed = table.told<DealSealed>();
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->commitment, open.commitment);
  ASSERT_EQ(sealed->parts.size(), 2u);
  EXPECT_EQ(sealed->parts[0], (fair::Part{0, open.seats[0].last, ann}));
  EXPECT_EQ(sealed->parts[1], (fair::Part{3, open.seats[1].last, bob}));
  const auto key = fair::deal_key("t1", 1, sealed->parts, open.commitment, seed);
  EXPECT_EQ(*games::deck(table.state.game), cards::shuffled_deck(key));
  EXPECT_EQ(sealed->root, fair::Tree(cards::shuffled_deck(key), seed).root());
  EXPECT_EQ(sealed->root, table.tree->root());
}

TEST(FairDeal, gives_another_deck_for_another_value_of_any_seat) {
  std::set<std::string> decks;
  for (std::uint64_t secret = 0; secret < 3; ++secret) {
    FairTable table;
    table.sit(k_ann, "Ann", 0);
    table.sit(k_bob, "Bob", 3);
    table.begin_chain(k_ann);
    table.begin_chain(k_bob, secret);
    table.tick();
    table.give(k_ann);
    table.give(k_bob);
    table.tick();
    std::string deck;
    for (const cards::Card card : *games::deck(table.state.game)) deck += to_text(card);
    decks.insert(deck);
  }
  EXPECT_EQ(decks.size(), 3u);
}

TEST(FairDeal, waits_for_values_no_longer_than_two_seconds) {
  FairTable table;
  table.open_heads_up();
  const TimeMs opened = table.state.at;
  table.give(k_ann);
  EXPECT_EQ(table.gathering.due(table.state), opened + 2000);
  EXPECT_EQ(table.tick_at(opened + 1999).error().reason, Reason::stale);
  EXPECT_FALSE(table.running());
  ASSERT_TRUE(table.tick_at(opened + 2000));
  EXPECT_TRUE(table.running());
}

TEST(FairDeal, goes_as_soon_as_all_values_are_in) {
  FairTable table;
  table.open_heads_up();
  const TimeMs opened = table.state.at;
  table.give(k_ann);
  table.give(k_bob);
  EXPECT_LE(*table.gathering.due(table.state), opened);
  ASSERT_TRUE(table.tick_at(opened));
  EXPECT_TRUE(table.running());
}

TEST(FairDeal, leaves_out_a_seat_whose_value_does_not_come_and_counts_it_for_all_to_see) {
  FairTable table;
  table.open_heads_up();
  const auto last = table.told<DealOpen>()->seats[1].last;
  table.give(k_ann);
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_EQ(*part_of(*table.told<DealSealed>(), 3), (fair::Part{3, last, std::nullopt}));
  EXPECT_EQ(left_out(table.state, k_bob), 1u);
  EXPECT_EQ(left_out(table.state, k_ann), 0u);
  const auto view = public_view(table.state);
  EXPECT_EQ(view.seats[1].left_out, 1u);
  EXPECT_FALSE(view.seats[0].left_out);
}

TEST(FairDeal, a_seat_that_was_left_out_has_no_part_until_it_begins_a_new_chain) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  table.tick();
  table.fold();
  ASSERT_EQ(table.told<DealOpen>()->seats.size(), 1u);
  EXPECT_EQ(table.told<DealOpen>()->others, std::vector<Seat>{3});
  table.begin_chain(k_bob, 7);
  table.give(k_ann);
  table.tick();
  table.fold();
  const DealOpen* open = table.told<DealOpen>();
  ASSERT_EQ(open->seats.size(), 2u);
  EXPECT_EQ(open->seats[1].last, table.chains.at(std::string(k_bob.view()))->tip());
}

TEST(FairDeal, refuses_a_late_value) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  const auto late = table.next_value(k_bob);
  table.tick();
  EXPECT_EQ(table.hear(k_bob, 1, late).error().reason, Reason::stale);
}

TEST(FairDeal, keeps_a_value_that_is_said_again_when_it_has_been_dealt_with) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  const auto bobs = table.give(k_bob);
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_EQ(*table.hear(k_bob, 1, bobs), Gathering::Heard::kept);
  EXPECT_EQ(table.hear(k_ann, 1, bobs).error().reason, Reason::stale);
  table.fold();
  EXPECT_EQ(*table.hear(k_bob, 1, bobs), Gathering::Heard::kept);
}

TEST(FairDeal, refuses_a_value_that_comes_while_the_deal_is_being_stored) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  const auto before = table.state;
  const auto value = table.next_value(k_bob);
  ASSERT_TRUE(
      apply(before, {{}, before.opened->until, Tick{before.decision, chance(1), table.gathering.values(before)}}));
  table.gathering.taken(before);
  EXPECT_EQ(table.hear(k_bob, 1, value).error().reason, Reason::stale);
  EXPECT_EQ(table.gathering.values(before).size(), 1u);
}

TEST(FairDeal, takes_no_value_that_does_not_hash_to_the_frozen_one) {
  FairTable table;
  table.open_heads_up();
  const auto skipped = (table.next_value(k_bob), table.next_value(k_bob));
  const auto heard = table.hear(k_bob, 1, skipped);
  EXPECT_EQ(*heard, Gathering::Heard::tip) << "it can only be where another chain begins";
  EXPECT_TRUE(table.gathering.values(table.state).empty());
  GivenValues forged;
  forged.push_back({3, skipped});
  const auto dealt = table.act({}, Tick{table.state.decision, chance(9), forged}, table.state.opened->until);
  EXPECT_EQ(dealt.error().reason, Reason::invalid_field);
}

TEST(FairDeal, takes_no_value_for_another_hand) {
  FairTable table;
  table.open_heads_up();
  const auto value = table.next_value(k_bob);
  EXPECT_EQ(*table.hear(k_bob, 2, value), Gathering::Heard::tip);
  EXPECT_TRUE(table.gathering.values(table.state).empty());
  EXPECT_EQ(*table.hear(k_bob, 1, value), Gathering::Heard::kept);
  EXPECT_EQ(table.gathering.values(table.state).size(), 1u);
}

TEST(FairDeal, takes_no_value_from_another_seat_or_from_nobody) {
  FairTable table;
  table.open_heads_up();
  const auto bobs = table.next_value(k_bob);
  EXPECT_EQ(*table.hear(k_ann, 1, bobs), Gathering::Heard::tip);
  EXPECT_EQ(table.hear(k_cid, 1, bobs).error().reason, Reason::not_seated);
  EXPECT_TRUE(table.gathering.values(table.state).empty());
}

TEST(FairDeal, is_the_same_in_whatever_order_the_values_come) {
  FairTable one;
  FairTable other;
  one.open_heads_up();
  other.open_heads_up();
  one.give(k_ann);
  one.give(k_bob);
  other.give(k_bob);
  other.give(k_ann);
  one.tick();
  other.tick();
  EXPECT_EQ(one.state, other.state);
}

TEST(FairDeal, asks_for_the_next_value_of_each_chain_with_the_end_of_a_hand) {
  FairTable table;
  table.open_heads_up();
  const auto ann = table.give(k_ann);
  const auto bob = table.give(k_bob);
  table.tick();
  table.fold();
  const DealOpen* open = table.told<DealOpen>();
  ASSERT_TRUE(open) << "values for the next hand travel while this one is shown";
  EXPECT_EQ(open->hand, 2u);
  EXPECT_EQ(open->seats[0].last, ann);
  EXPECT_EQ(open->seats[1].last, bob);
  const TimeMs shown_until = *table.state.due;
  EXPECT_EQ(shown_until, table.state.at + 3000);
  table.give(k_ann);
  table.give(k_bob);
  EXPECT_EQ(table.gathering.due(table.state), shown_until) << "nobody waits longer than without";
}

TEST(FairDeal, goes_on_without_a_pause_where_none_is_set) {
  TableSettings own;
  own.deal_pause = 0;
  FairTable table(games::Audit::sample, own);
  table.open_heads_up();
  for (int hands = 0; hands < 3; ++hands) {
    const TimeMs opened = table.state.at;
    table.give(k_ann);
    table.give(k_bob);
    EXPECT_EQ(std::max(opened, *table.gathering.due(table.state)), opened);
    table.tick();
    ASSERT_TRUE(table.running());
    table.fold();
  }
}

TEST(FairDeal, deals_at_once_where_nobody_keeps_a_chain) {
  FairTable table;
  table.sit(k_ann, "Ann", 0);
  table.add_bot(1);
  table.add_bot(2);
  table.tick();
  EXPECT_TRUE(table.running());
  ASSERT_TRUE(table.told<DealOpen>());
  EXPECT_EQ(table.told<DealOpen>()->others, (std::vector<Seat>{0, 1, 2}));
  EXPECT_TRUE(table.told<DealSealed>()->parts.empty());
}

TEST(FairDeal, who_sits_down_after_the_opening_joins_with_the_next_deal) {
  FairTable table;
  table.open_heads_up();
  table.sit(k_cid, "Cid", 4);
  table.begin_chain(k_cid);
  table.give(k_ann);
  table.give(k_bob);
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_FALSE(games::bound(table.state.game, 4));
  EXPECT_EQ(part_of(*table.told<DealSealed>(), 4), nullptr);
  table.fold();
  EXPECT_EQ(table.told<DealOpen>()->seats.size(), 3u);
}

TEST(FairDeal, is_opened_anew_when_too_few_of_its_seats_are_left) {
  FairTable table;
  table.open_heads_up();
  const DealOpen first = *table.told<DealOpen>();
  const auto anns = table.give(k_ann);
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  table.sit(k_cid, "Cid", 3);
  table.begin_chain(k_cid);
  table.tick();
  EXPECT_FALSE(table.running());
  const DealOpen* again = table.told<DealOpen>();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->hand, 1u);
  EXPECT_EQ(again->again, 1u) << "for all to see";
  EXPECT_NE(again->commitment, first.commitment);
  EXPECT_EQ(again->seats[0].last, anns) << "a value that the house knows is not asked for again";
  table.give(k_ann);
  table.give(k_cid);
  table.tick();
  EXPECT_TRUE(table.running());
}

TEST(FairDeal, a_value_that_was_not_given_ends_its_chain_when_the_deal_is_opened_anew) {
  FairTable table;
  table.open_heads_up();
  ASSERT_TRUE(table.act(k_bob, Leave{}));
  table.sit(k_cid, "Cid", 3);
  table.tick();
  ASSERT_TRUE(table.told<DealOpen>());
  EXPECT_EQ(table.told<DealOpen>()->others, (std::vector<Seat>{0, 3}));
  EXPECT_FALSE(sitter(table.state, k_ann)->chain);
}

TEST(FairDeal, does_not_wait_for_a_player_whose_page_was_loaded_anew) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  table.begin_chain(k_bob, 5);
  EXPECT_LE(*table.gathering.due(table.state), table.state.at);
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_FALSE(part_of(*table.told<DealSealed>(), 3)->value);
  table.fold();
  EXPECT_EQ(table.told<DealOpen>()->seats[1].last, table.chains.at(std::string(k_bob.view()))->tip());
}

TEST(FairDeal, goes_without_a_seat_that_stands_up_before_it) {
  FairTable table;
  table.sit(k_cid, "Cid", 5);
  table.begin_chain(k_cid);
  table.open_heads_up();
  table.give(k_ann);
  table.give(k_bob);
  ASSERT_TRUE(table.act(k_cid, Leave{}));
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_FALSE(part_of(*table.told<DealSealed>(), 5)->value);
}

TEST(FairDeal, stays_open_over_a_pause) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  ASSERT_TRUE(table.act(k_ann, PauseGame{}));
  EXPECT_FALSE(table.gathering.due(table.state));
  table.give(k_bob);
  const auto open = table.state.opened;
  ASSERT_TRUE(table.act(k_ann, ResumeGame{}));
  EXPECT_EQ(table.state.opened, open);
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_TRUE(part_of(*table.told<DealSealed>(), 0)->value && part_of(*table.told<DealSealed>(), 3)->value);
}

TEST(FairDeal, is_opened_for_the_next_hand_when_the_running_one_is_void) {
  FairTable table;
  table.open_heads_up();
  const auto anns = table.give(k_ann);
  table.give(k_bob);
  table.tick();
  ASSERT_TRUE(table.act(k_ann, ResetGame{}));
  const DealOpen* open = table.told<DealOpen>();
  ASSERT_TRUE(open);
  EXPECT_EQ(open->hand, 2u);
  EXPECT_EQ(open->again, 0u);
  EXPECT_EQ(open->seats[0].last, anns);
  EXPECT_EQ(games::deck(table.state.game), nullptr) << "no proof can come of a void hand";
}

TEST(FairDeal, is_forgotten_when_the_table_closes) {
  FairTable table;
  table.open_heads_up();
  ASSERT_TRUE(table.act(k_ann, CloseTable{}));
  EXPECT_FALSE(table.state.opened);
  EXPECT_TRUE(table.news.empty());
}

TEST(FairDeal, is_asked_for_again_after_a_restart_between_opening_and_deal) {
  FairTable table;
  table.open_heads_up();
  const DealOpen open = *table.told<DealOpen>();
  const auto anns = table.give(k_ann);
  // What was in memory is gone; the state comes back from its stored form.
  table.state = *core::from_json_text<State>(core::to_json(table.state));
  table.gathering = {};
  ASSERT_TRUE(table.act({}, Restored{}, table.state.at + 60'000));
  ASSERT_TRUE(table.state.opened);
  EXPECT_EQ(told(*table.state.opened), open);
  EXPECT_EQ(table.gathering.due(table.state), table.state.at + 4000) << "time to find the way back";
  EXPECT_EQ(*table.hear(k_ann, 1, anns), Gathering::Heard::kept);
  table.give(k_bob);
  table.tick();
  ASSERT_TRUE(table.running());
  EXPECT_EQ(part_of(*table.told<DealSealed>(), 0)->value, anns);
  EXPECT_EQ(left_out(table.state, k_bob), 0u);
}

TEST(FairDeal, keeps_its_deck_over_a_restart_in_mid_hand) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  table.give(k_bob);
  table.tick();
  const auto state = core::from_json_text<State>(core::to_json(table.state));
  ASSERT_TRUE(state);
  EXPECT_EQ(*state, table.state);
  EXPECT_EQ(fair::Tree(*games::deck(state->game), state->sealed->seed).root(), table.tree->root());
  EXPECT_EQ(core::from_binary<State>(core::to_binary(table.state)).value(), table.state);
}

TEST(FairDeal, gives_the_same_states_when_its_log_is_played_again) {
  FairTable table;
  const State start = table.state;
  table.open_heads_up();
  for (int hands = 0; hands < 5; ++hands) {
    table.give(k_ann);
    if (hands != 2 && sitter(table.state, k_bob)->chain) table.give(k_bob);
    table.tick();
    table.fold();
  }
  State state = start;
  for (const Action& action : table.log) {
    const auto stored = core::from_json_text<Action>(core::to_json(action));
    ASSERT_TRUE(stored);
    state = apply(state, *stored)->state;
  }
  EXPECT_EQ(digest(state), digest(table.state));
}

}  // namespace
}  // namespace baize::table
