// Deals of a game without chips, listed and told again: who got how many points, and no word of chips.
#include "table/history.h"

#include "table/words.h"
#include "unit/table/stand_in_table.h"

namespace baize::table {
namespace {

// The last deal of the table, as a house keeps it of the log's events.
DealRecord record_of(const StandInTable& table) {
  DealRecord record;
  record.table = core::TableId("t1");
  record.name = core::Name("Friday");
  record.settings = table.state.settings;
  record.events.value = games::no_events(table.state.game);
  State state = table.start;
  for (const Action& action : table.log) {
    const auto outcome = apply(state, action);
    for (const Event& event : outcome->table_events)
      if (const auto* began = std::get_if<DealBegan>(&event)) {
        record.start = *began;
        record.began_at = action.at;
        record.events.value = games::no_events(state.game);
      }
    games::append(record.events.value, outcome->game_events);
    record.ended_at = action.at;
    state = outcome->state;
  }
  return record;
}

StandInTable after_a_deal() {
  StandInTable table;
  table.begin();
  table.end_deal();
  return table;
}

TEST(DealsWithoutChips, are_listed_with_the_points_that_everybody_got) {
  const StandInTable table = after_a_deal();
  const auto line = line_of(shown(record_of(table), k_bob), k_bob);
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->points);
  EXPECT_TRUE(line->took_part);
  EXPECT_FALSE(line->voided);
  Chips sum;
  std::int64_t bobs = 0;
  for (const auto& one : line->winners) {
    sum += one.amount;
    if (one.username == core::Name("Bob")) bobs = one.amount.count;
  }
  EXPECT_EQ(line->pot, sum);
  EXPECT_EQ(line->gained, bobs);
  EXPECT_GE(sum, Chips{13}) << "one a trick, at least";
  for (std::size_t i = 1; i < line->winners.size(); ++i)
    EXPECT_GE(line->winners[i - 1].amount, line->winners[i].amount) << "the most first";
}

TEST(DealsWithoutChips, are_not_listed_while_they_run_and_are_someones_who_only_watched_too) {
  StandInTable table;
  table.begin();
  EXPECT_FALSE(line_of(shown(record_of(table), k_bob), k_bob));
  table.end_deal();
  const auto line = line_of(shown(record_of(table), k_eve), k_eve);
  ASSERT_TRUE(line);
  EXPECT_FALSE(line->took_part);
  EXPECT_EQ(line->gained, 0);
}

TEST(DealsWithoutChips, are_told_again_without_a_word_of_chips_pots_or_other_hands) {
  const StandInTable table = after_a_deal();
  const DealRecord seen = shown(record_of(table), k_bob);
  const std::string text = history(seen, k_bob, games::HistoryForm::text);
  std::string all = text;
  for (const games::ReplayStep& step : replay_steps(seen, k_bob)) {
    EXPECT_FALSE(step.words.empty());
    all += step.words + "\n";
  }
  for (const char* word : {"chip", "pot", "stack", "fold"}) EXPECT_EQ(all.find(word), std::string::npos) << word;
  EXPECT_EQ(text.find("Dealt to Bob [13 cards]"), std::string::npos) << "the own hand is written out";
  EXPECT_NE(text.find("Dealt to Ann [13 cards]"), std::string::npos);
  EXPECT_EQ(history(seen, k_bob, games::HistoryForm::notation), "");
}

TEST(DealsWithoutChips, are_replayed_to_the_view_that_the_table_ended_with) {
  const StandInTable table = after_a_deal();
  const DealRecord seen = shown(record_of(table), k_bob);
  const GameView last = replay_view(seen, k_bob, replay_steps(seen, k_bob).back().events);
  EXPECT_EQ(last.shared.value.public_, public_view(table.state).public_);
  EXPECT_EQ(last.viewer.seat, Seat{1});
}

TEST(TableWords, of_who_leaves_speak_of_chips_only_where_there_are_some) {
  SeatLeft left;
  left.uuid = k_bob;
  left.username = core::Name("Bob");
  EXPECT_EQ(words(Event{left}, k_ann), "Bob leaves");
  EXPECT_EQ(words(Event{left}, k_bob), "You leave");
  left.chips = Chips{1200};
  left.reason = LeaveReason::disconnected;
  EXPECT_EQ(words(Event{left}, k_ann), "Bob has been away too long and leaves with 1,200");
}

}  // namespace
}  // namespace baize::table
