// Rule 12: the time bank, as data. The table's time for a turn is 30 seconds here.
#include "games/holdem/words.h"
#include "unit/games/holdem/ring.h"

namespace baize::games::holdem {
namespace {

constexpr TimeMs k_turn = 30'000;

std::int64_t bank(const Ring& ring, Seat seat) { return ring.state().chairs[static_cast<std::size_t>(seat)].bank_ms; }

Settings with_bank() {
  Settings settings = blinds(5, 10);
  settings.time_bank_seconds = 60;
  return settings;
}

Ring three() {
  Ring ring(with_bank(), {});
  for (const Seat seat : {Seat{0}, Seat{1}, Seat{2}}) ring.sit(seat, 500);
  ring.deal(0);
  return ring;
}

TEST(Rule12_NoNumber_TimeBank, opens_by_itself_when_the_time_of_a_turn_has_run_out) {
  Ring ring = three();
  EXPECT_EQ(Game::allowance_ms(ring.state(), k_turn), k_turn);
  ring.play_at(k_turn, "0 times out");
  EXPECT_NE(ring.events().find("0 has 60000 ms in the bank\n"), std::string::npos);
  EXPECT_EQ(ring.state().to_act, Seat{0}) << "the decision is still open";
  EXPECT_EQ(Game::allowance_ms(ring.state(), k_turn), k_turn + 60'000);
  EXPECT_TRUE(Game::view(ring.state()).time_bank);
}

TEST(Rule12_NoNumber_TimeBank, is_charged_for_what_a_decision_took_beyond_the_turn) {
  Ring ring = three();
  ring.play_at(k_turn, "0 times out").play_at(k_turn + 12'500, "0 calls");
  EXPECT_EQ(bank(ring, 0), 47'500);
  EXPECT_FALSE(Game::view(ring.state()).time_bank) << "the next seat has its own";
  EXPECT_EQ(Game::view(ring.state()).players[0].time_bank_ms, 47'500);
}

TEST(Rule12_NoNumber_TimeBank, that_is_empty_ends_in_the_clocks_rule) {
  Ring ring = three();
  ring.play_at(k_turn, "0 times out").play_at(k_turn + 60'000, "0 times out");
  EXPECT_NE(ring.events().find("0 folds (away)\n"), std::string::npos);
  EXPECT_EQ(ring.status(0), SeatStatus::sitting_out);
  EXPECT_EQ(bank(ring, 0), 0);
}

TEST(Rule12_NoNumber_TimeBank, may_be_asked_for_before_it_is_needed_and_costs_nothing_then) {
  Ring ring = three();
  const std::uint32_t decision = Game::decision(ring.state());
  ring.play_at(4000, "0 banks");
  EXPECT_EQ(Game::decision(ring.state()), decision) << "the clock goes on from where it was";
  EXPECT_EQ(Game::allowance_ms(ring.state(), k_turn), k_turn + 60'000);
  EXPECT_EQ(ring.refusal("0 banks"), "You have no time bank to use now.");
  ring.play_at(9000, "0 calls");
  EXPECT_EQ(bank(ring, 0), 60'000);
}

TEST(Rule12_NoNumber_TimeBank, gets_two_seconds_back_with_every_hand_until_it_is_full) {
  Ring ring = three();
  ring.play_at(k_turn, "0 times out").play_at(k_turn + 3000, "0 folds").fold_round();
  EXPECT_EQ(bank(ring, 0), 57'000);
  ring.deal().fold_round();
  EXPECT_EQ(bank(ring, 0), 59'000);
  ring.deal();
  EXPECT_EQ(bank(ring, 0), 60'000);
}

TEST(Rule12_NoNumber_TimeBank, of_no_seconds_is_none) {
  Settings settings = blinds(5, 10);
  Ring ring(settings, {});
  ring.sit(0, 500).sit(1, 500).deal(0).play_at(k_turn, "0 times out");
  EXPECT_FALSE(Game::running(ring.state())) << "folded at once";
  EXPECT_EQ(Game::check_settings([&] {
              settings.time_bank_seconds = 601;
              return settings;
            }())
                .error()
                .message,
            "Choose a time bank from 0 (none) to 600 seconds.");
}

TEST(Rule12_NoNumber_TimeBank, tells_its_player_that_time_is_low_and_nobody_else) {
  const auto own = notice(TimeBankOpened{3, 45'000}, Seat{3});
  ASSERT_TRUE(own);
  EXPECT_EQ(own->kind, GameNotice::Kind::time_low);
  EXPECT_EQ(own->words, "Your time bank is running: 45 s left");
  EXPECT_FALSE(notice(TimeBankOpened{3, 45'000}, Seat{2}));
}

}  // namespace
}  // namespace baize::games::holdem
