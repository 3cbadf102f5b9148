// Settings as they are chosen: laid over those that a table has, held to their limits and to each other, and refused
// with a sentence that says what to do.
#include "table/settings.h"

#include <gtest/gtest.h>

#include "core/json_read.h"
#include "core/json_write.h"
#include "games/holdem/game.h"
#include "table/table.h"

namespace baize::table {
namespace {

using core::Json;

Settings as_made() { return *default_settings("holdem"); }

// What `wanted` is refused with; empty if it is taken.
std::string refusal(const char* wanted, const Settings& present = as_made()) {
  const auto settings = changed_settings(present, Json::parse(wanted));
  if (settings) return "";
  EXPECT_EQ(settings.error().reason, core::Reason::invalid_field);
  return settings.error().message;
}

Settings taken(const char* wanted, const Settings& present = as_made()) {
  const auto settings = changed_settings(present, Json::parse(wanted));
  core::check(settings.has_value(), "the settings of this test fit");
  return *settings;
}

TEST(ChosenSettings, that_have_no_effect_in_this_kind_of_game_are_refused) {
  for (const char* wanted :
       {R"({"buy_in":100})", R"({"starting_stack":3000})", R"({"level_by":"minutes"})", R"({"level_length":5})",
        R"({"payouts":"first"})", R"({"mode":"ring","starting_stack":3000})"})
    EXPECT_TRUE(refusal(wanted).ends_with(" has an effect only with mode=sit-and-go. Choose that, or leave it out."))
        << wanted << refusal(wanted);
  for (const char* wanted : {R"({"mode":"sit-and-go","min_buy_in":200})", R"({"mode":"sit-and-go","max_buy_in":500})",
                             R"({"mode":"sit-and-go","straddle":true})", R"({"mode":"sit-and-go","run_twice":true})"})
    EXPECT_TRUE(refusal(wanted).ends_with(" has an effect only with mode=ring. Choose that, or leave it out."))
        << wanted << refusal(wanted);
}

TEST(ChosenSettings, that_have_no_effect_may_be_sent_as_they_are_without_being_chosen) {
  EXPECT_EQ(taken(R"({"starting_stack":1500,"payouts":"first_two","buy_in":500})"), as_made());
  EXPECT_EQ(refusal(R"({"mode":"sit_and_go","straddle":false,"min_buy_in":100})"), "");
}

TEST(ChosenSettings, go_back_to_their_defaults_where_another_choice_leaves_them_without_effect) {
  const Settings ring = taken(R"({"straddle":true,"max_buy_in":5000})");
  const Settings tournament = taken(R"({"mode":"sit-and-go","starting_stack":3000})", ring);
  EXPECT_EQ(tournament, taken(R"({"mode":"sit-and-go","starting_stack":3000})"));
  EXPECT_EQ(taken(R"({"mode":"ring"})", tournament), as_made());
}

TEST(ChosenSettings, of_levels_are_taken_with_a_schedule_of_ones_own_alone) {
  EXPECT_TRUE(refusal(R"({"levels":"5/10 10/20"})").find(" only with schedule=custom.") != std::string::npos);
  EXPECT_NE(refusal(R"({"mode":"sit-and-go","schedule":"turbo","levels":"5/10 10/20"})"), "");
  EXPECT_EQ(refusal(R"({"mode":"sit-and-go","schedule":"custom","levels":"5/10 10/20"})"), "");
  EXPECT_EQ(refusal(R"({"mode":"sit-and-go","schedule":"custom"})"),
            "Give two levels or more, as in 5/10 10/20 25/50/5.");
  const Settings custom = taken(R"({"mode":"sit-and-go","schedule":"custom","levels":"5/10 10/20"})");
  EXPECT_EQ(taken(R"({"schedule":"regular"})", custom), taken(R"({"mode":"sit-and-go"})"));
  EXPECT_EQ(taken(R"({"mode":"ring"})", custom), as_made());
  EXPECT_NE(refusal(R"({"small_blind":10,"big_blind":20})", custom), "") << "its first level is 5/10";
}

TEST(ChosenSettings, of_antes_need_an_ante) {
  EXPECT_EQ(refusal(R"({"ante_by":"big-blind"})"),
            "There is no ante for the big blind to pay. Choose an ante, or leave it to everybody.");
  EXPECT_EQ(refusal(R"({"ante_by":"big-blind","ante":10})"), "");
  EXPECT_NE(refusal(R"({"ante":0})", taken(R"({"ante_by":"big-blind","ante":10})")), "");
}

TEST(ChosenSettings, of_a_straddle_need_three_seats) {
  EXPECT_EQ(refusal(R"({"straddle":true,"seats":2})"),
            "A straddle takes three seats: of two players both have a blind. Add a seat, or turn it off.");
  EXPECT_EQ(refusal(R"({"straddle":true,"seats":3})"), "");
  EXPECT_NE(refusal(R"({"seats":2})", taken(R"({"straddle":true})")), "");
}

TEST(ChosenSettings, of_prizes_need_a_seat_more_than_there_are_prizes) {
  EXPECT_EQ(refusal(R"({"mode":"sit-and-go","payouts":"first-three","seats":3})"),
            "These prizes take 4 seats, so that somebody goes without one. Add seats, or choose fewer prizes.");
  EXPECT_EQ(refusal(R"({"mode":"sit-and-go","payouts":"first-three","seats":4})"), "");
  EXPECT_NE(refusal(R"({"mode":"sit-and-go","seats":2})"), "");
  EXPECT_EQ(refusal(R"({"mode":"sit-and-go","seats":2,"payouts":"first"})"), "");
}

// A log may hold settings that were taken when nobody asked whether they fit: its table opens as it was.
TEST(ChosenSettings, are_asked_whether_they_fit_but_not_those_of_a_log) {
  const Uuid ann("aaaaaaaa-0000-4000-8000-000000000001");
  Settings old = as_made();
  auto& game = std::get<games::holdem::Settings>(old.game.value);
  game.straddle = true;
  game.starting_stack = core::Chips{3000};
  game.ante_by = games::holdem::AnteBy::big_blind;
  old.table.value.seats = 2;
  const State before = open({core::TableId("t1"), core::Name("Friday"), ann, false, as_made(), 1000});
  const auto after = apply(before, {ann, 1010, UpdateSettings{old}});
  ASSERT_TRUE(after) << after.error().message;
  EXPECT_EQ(after->state.settings, old);
  EXPECT_EQ(taken(R"({"big_blind":20,"seats":6,"ante":5})", old).game.value,
            taken(R"({"big_blind":20,"straddle":true,"ante_by":"big-blind","ante":5})").game.value);
}

// Written when hold'em had no schedules yet: what a server had stored of a table, and its hash.
TEST(StoredSettings, from_before_one_was_added_have_the_hash_that_they_had) {
  const State state = open({core::TableId("f823re45dyhq"), core::Name("Friday"),
                            Uuid("2ff6296d-a2ce-4ff9-afb6-f5eb4e46a244"), false, as_made(), 1795314015396});
  EXPECT_EQ(to_text(digest(state)), "9468b21bc8a27478be524a2bff07e379fdd17c84f86567392628a75efd17d6d8");
  std::string json = core::to_json(state);
  const std::string_view added = R"(,"schedule":"regular","levels":"")";
  for (int i = 0; i < 2; ++i) json.erase(json.find(added), added.size());  // of the table and of the game in it
  EXPECT_EQ(core::from_json_text<State>(json).value(), state);
  State other = state;
  std::get<games::holdem::Settings>(other.settings.game.value).schedule = games::holdem::Schedule::turbo;
  EXPECT_NE(digest(other), digest(state));
  const State turbo = other;
  std::get<games::holdem::Settings>(other.settings.game.value).levels =
      core::Text<games::holdem::k_max_levels_text>("5/10 10/20");
  EXPECT_NE(digest(other), digest(turbo));
}

}  // namespace
}  // namespace baize::table
