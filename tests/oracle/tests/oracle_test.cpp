#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "report.h"

namespace baize::oracle {
namespace {

// What the tool prints for one file.
std::string report_of(const std::string& name, const std::string& text) {
  std::ostringstream out;
  Report report(out);
  report.add_file(name, text);
  report.summarise();
  return out.str();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// Three players, p3 on the button: p1 raises all-in over a bet, p3 calls, p1 wins with a pair of aces.
const std::string k_vector =
    R"({"id":7,"n":3,"sb":5,"bb":10,"ante":0,"stacks":[100,200,150],"actions":["d dh p1 AsAd","d dh p2 7c2d",)"
    R"("d dh p3 KsQd","p3 cbr 30","p1 cbr 100","p2 f","p3 cc","d db 3h8dJc","d db 5s","d db 9c"],"decisions":[)"
    R"([3,3,10,20,150],[4,1,25,50,100],[5,2,90,170,200],[6,3,70,null,null]],"finish":[210,190,50]})";

std::string vector_report(const std::string& line) { return report_of("v.jsonl", line + "\n"); }

TEST(Oracle, a_true_vector_has_no_mismatch) {
  EXPECT_EQ(vector_report(k_vector), "hands 1, decisions 4, mismatches 0\n");
}

TEST(Oracle, a_wrong_turn_is_told) {
  EXPECT_EQ(vector_report(replaced(k_vector, "p2 f", "p3 f")),
            "v.jsonl:1 (id 7): decision 3, \"p3 f\": the rules give the turn to p2\n"
            "hands 1, decisions 3, mismatches 1\n");
  EXPECT_EQ(vector_report(replaced(k_vector, "[5,2,90", "[5,3,90")),
            "v.jsonl:1 (id 7): decision 3, \"p2 f\": the record expects p3\n"
            "hands 1, decisions 4, mismatches 1\n");
}

TEST(Oracle, a_wrong_call_and_wrong_raise_bounds_are_told) {
  EXPECT_EQ(vector_report(replaced(k_vector, "[4,1,25,50,100]", "[4,1,20,60,null]")),
            "v.jsonl:1 (id 7): decision 2, \"p1 cbr 100\": the call is 25, the record says 20\n"
            "v.jsonl:1 (id 7): decision 2, \"p1 cbr 100\": the smallest raise to is 50, the record says 60\n"
            "v.jsonl:1 (id 7): decision 2, \"p1 cbr 100\": the largest raise to is 100, the record says none\n"
            "hands 1, decisions 4, mismatches 3\n");
}

TEST(Oracle, an_action_that_the_rules_refuse_is_told) {
  const std::string report = vector_report(replaced(k_vector, "p1 cbr 100", "p1 cbr 49"));
  EXPECT_NE(report.find("decision 2, \"p1 cbr 49\": the rules refuse it: "), std::string::npos) << report;
}

TEST(Oracle, a_chip_too_many_at_the_end_is_told) {
  EXPECT_EQ(vector_report(replaced(k_vector, "[210,190,50]", "[211,190,50]")),
            "v.jsonl:1 (id 7): p1 ends with 210, the record says 211\n"
            "hands 1, decisions 4, mismatches 1\n");
}

TEST(Oracle, missing_and_surplus_decisions_are_told) {
  EXPECT_NE(vector_report(replaced(k_vector, ",[6,3,70,null,null]", "")).find("expects no decision here"),
            std::string::npos);
  EXPECT_NE(vector_report(replaced(k_vector, "[3,3,10,20,150],", "[2,3,10,20,150],[3,3,10,20,150],"))
                .find("expects a decision here"),
            std::string::npos);
  EXPECT_NE(vector_report(replaced(k_vector, ",\"p3 cc\",\"d db 3h8dJc\",\"d db 5s\",\"d db 9c\"", ""))
                .find("the record ends, but the rules wait for p3"),
            std::string::npos);
}

TEST(Oracle, cards_that_are_dealt_too_early_or_twice_are_told) {
  EXPECT_NE(vector_report(replaced(k_vector, "\"p3 cc\",\"d db 3h8dJc\"", "\"d db 3h8dJc\",\"p3 cc\""))
                .find("\"d db 3h8dJc\": the rules wait for p3"),
            std::string::npos);
  EXPECT_NE(vector_report(replaced(k_vector, "7c2d", "7cAs")).find("As is dealt twice"), std::string::npos);
  EXPECT_NE(vector_report(replaced(k_vector, "d db 9c", "d db 9c2h")).find("more than five cards"), std::string::npos);
}

TEST(Oracle, players_without_chips_and_tables_of_eleven_are_no_hands) {
  EXPECT_NE(vector_report(replaced(k_vector, "[100,200,150]", "[100,0,150]")).find("without chips"), std::string::npos);
  EXPECT_NE(vector_report("{\"n\":11,\"sb\":1,\"bb\":2,\"ante\":0,\"stacks\":[9,9,9,9,9,9,9,9,9,9,9]}").find("2 to 10"),
            std::string::npos);
}

TEST(Oracle, what_cannot_be_read_is_told_and_counts_as_a_mismatch) {
  EXPECT_NE(vector_report("{\"id\":1").find("v.jsonl:1: can't be read: "), std::string::npos);
  for (const char* wrong : {"p2 raise 3", "x", "p0 f", "p2 cbr 1.5", "p2 cbr", "d dh AsAd", "d db 1h", "p2 sm Zz"})
    EXPECT_NE(vector_report(replaced(k_vector, "p2 f", wrong)).find("mismatches 1"), std::string::npos) << wrong;
}

std::string phh(const std::string& actions, const std::string& more) {
  return "variant = 'NT'\nante_trimming_status = true\nantes = [0, 0, 0]\nblinds_or_straddles = [5, 10, 0]\n"
         "min_bet = 10\nstarting_stacks = [100, 200, 150]\nactions = [" +
         actions + "]\n" + more;
}

const std::string k_phh_actions =
    "'d dh p1 AsAd', 'd dh p2 7c2d', 'd dh p3 KsQd', 'p3 cbr 30', 'p1 cbr 100 # over it', 'p2 f', 'p3 cc', "
    "'d db 3h8dJc', 'd db 5s', 'd db 9c'";

TEST(Oracle, a_true_phh_hand_has_no_mismatch) {
  EXPECT_EQ(report_of("a.phh", phh(k_phh_actions, "finishing_stacks = [210, 190, 50]\n")),
            "hands 1, decisions 4, mismatches 0\n");
  EXPECT_EQ(report_of("a.phh", phh(k_phh_actions, "")), "hands 1, decisions 4, mismatches 0\n");
}

TEST(Oracle, a_phh_hand_is_held_to_its_final_stacks) {
  EXPECT_EQ(report_of("a.phh", phh(k_phh_actions, "finishing_stacks = [210, 191, 49]\n")),
            "a.phh: p2 ends with 190, the record says 191\na.phh: p3 ends with 50, the record says 49\n"
            "hands 1, decisions 4, mismatches 2\n");
}

TEST(Oracle, split_chips_are_compared_within_one_chip) {
  const std::string actions =
      "'d dh p1 AsKd', 'd dh p2 AcKh', 'd dh p3 7c2d', 'p3 cbr 25', 'p1 cc', 'p2 cc', 'd db AhKs3h', 'p1 cc', 'p2 cc', "
      "'p3 cc', 'd db 5s', 'p1 cc', 'p2 cc', 'p3 cc', 'd db 9c', 'p1 cc', 'p2 cc', 'p3 cc'";
  EXPECT_EQ(report_of("a.phh", phh(actions, "finishing_stacks = [112.5, 212.5, 125]\n")),
            "hands 1, decisions 12, mismatches 0\n");
  EXPECT_NE(report_of("a.phh", phh(actions, "finishing_stacks = [114.5, 210.5, 125]\n")).find("mismatches 2"),
            std::string::npos);
}

TEST(Oracle, a_hand_in_cents_is_played_in_cents) {
  const std::string text =
      "variant = 'NT'\nantes = [0, 0, 0]\nblinds_or_straddles = [0.5, 1, 0]\nmin_bet = 1\n"
      "starting_stacks = [100, 200.25, 150]\n"
      "actions = ['d dh p1 AsAd', 'd dh p2 7c2d', 'd dh p3 KsQd', 'p3 cbr 2.75', 'p1 f', 'p2 f']\n"
      "finishing_stacks = [99.5, 199.25, 151.5]\n";
  EXPECT_EQ(report_of("a.phh", text), "hands 1, decisions 3, mismatches 0\n");
  EXPECT_NE(report_of("a.phh", replaced(text, "151.5]", "151.25]")).find("p3 ends with 15150, the record says 15125"),
            std::string::npos);
}

TEST(Oracle, hidden_cards_lose_or_are_taken_from_what_was_shown) {
  const std::string hidden = replaced(replaced(k_phh_actions, "p2 7c2d", "p2 ????"), "p3 KsQd", "p3 ????");
  EXPECT_EQ(report_of("a.phh", phh(hidden + ", 'p3 sm'", "finishing_stacks = [210, 190, 50]\n")),
            "hands 1, decisions 4, mismatches 0\n");
  EXPECT_EQ(report_of("a.phh", phh(hidden + ", 'p3 sm JdJh'", "finishing_stacks = [0, 190, 260]\n")),
            "hands 1, decisions 4, mismatches 0\n");
}

TEST(Oracle, heads_up_the_second_player_has_button_and_small_blind) {
  const std::string text =
      "variant = 'NT'\nantes = [1, 1]\nblinds_or_straddles = [5, 10]\nmin_bet = 10\nstarting_stacks = [100, 100]\n"
      "actions = ['d dh p1 AsAd', 'd dh p2 7c2d', 'p2 cc', 'p1 cc', 'd db 3h8dJc', 'p1 cbr 10', 'p2 f']\n"
      "finishing_stacks = [111, 89]\n";
  EXPECT_EQ(report_of("a.phh", text), "hands 1, decisions 4, mismatches 0\n");
}

TEST(Oracle, hands_that_baize_does_not_play_are_skipped_with_the_reason) {
  const std::string true_hand = phh(k_phh_actions, "");
  EXPECT_EQ(report_of("a.phh", replaced(true_hand, "'NT'", "'PO'")),
            "skipped 1: variant PO (pot-limit Omaha)\nhands 0, decisions 0, mismatches 0\n");
  EXPECT_EQ(report_of("a.phh", replaced(true_hand, "[100, 200, 150]", "[100, 200, 150, 9, 9, 9, 9, 9, 9, 9, 9]")),
            "skipped 1: not 2 to 10 players\nhands 0, decisions 0, mismatches 0\n");
}

std::string hand_of(const std::string& head, const std::string& actions, const std::string& finish) {
  return "variant = 'NT'\n" + head + "actions = [" + actions + "]\n" +
         (finish.empty() ? "" : "finishing_stacks = " + finish + "\n");
}

const std::string k_four = "'d dh p1 AsAd', 'd dh p2 7c2d', 'd dh p3 KsQd', 'd dh p4 9c9d'";

TEST(Oracle, a_straddle_acts_last_before_the_flop) {
  const std::string head =
      "antes = [0, 0, 0, 0]\nblinds_or_straddles = [5, 10, 20, 0]\nmin_bet = 10\nstarting_stacks = [200, 200, 200, "
      "200]\n";
  const std::string actions = k_four +
                              ", 'p4 cc', 'p1 cc', 'p2 f', 'p3 cbr 60', 'p4 f', 'p1 cc', 'd db 3h8dJc', 'p1 cc', "
                              "'p3 cbr 40', 'p1 f'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[140, 190, 290, 180]")), "hands 1, decisions 9, mismatches 0\n");
}

TEST(Oracle, a_straddle_on_the_button_gives_the_small_blind_the_first_turn) {
  const std::string head =
      "antes = [0, 0, 0, 0]\nblinds_or_straddles = [5, 10, 0, 20]\nmin_bet = 10\nstarting_stacks = [200, 200, 200, "
      "200]\n";
  const std::string actions = k_four + ", 'p1 cc', 'p2 f', 'p3 f', 'p4 cbr 80', 'p1 f'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[180, 190, 200, 230]")), "hands 1, decisions 5, mismatches 0\n");
}

TEST(Oracle, an_ante_of_the_big_blind_belongs_to_everybody) {
  const std::string head =
      "antes = [0, 10, 0, 0]\nblinds_or_straddles = [5, 10, 0, 0]\nmin_bet = 10\nstarting_stacks = [200, 200, 8, "
      "200]\n";
  const std::string actions =
      "'d dh p1 4s3d', 'd dh p2 7c2d', 'd dh p3 KsKd', 'd dh p4 9c9d', 'p3 cc', 'p4 f', 'p1 f', 'p2 cc', "
      "'p3 sm KsKd', 'p2 sm', 'd db 3h8dJc', 'd db 5s', 'd db 5c'";
  // 8 each of p3 and p2, 5 of p1, and the ante; 2 nobody called go back.
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[195, 182, 31, 200]")), "hands 1, decisions 4, mismatches 0\n");
}

TEST(Oracle, who_posts_out_of_turn_has_the_option_of_the_big_blind) {
  const std::string head =
      "antes = [0, 0, 0, 5]\nblinds_or_straddles = [5, 10, 0, -10]\nmin_bet = 10\nstarting_stacks = [200, 200, 200, "
      "200]\n";
  const std::string actions =
      k_four + ", 'p3 f', 'p4 cc', 'p1 f', 'p2 cc', 'd db 3h8dJc', 'p2 cc', 'p4 cbr 20', 'p2 f'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[195, 190, 200, 215]")), "hands 1, decisions 7, mismatches 0\n");
}

TEST(Oracle, a_dead_small_blind_leaves_the_big_blind_first_after_the_flop) {
  const std::string head =
      "antes = [0, 0, 0, 0]\nblinds_or_straddles = [10, 0, 0, 0]\nmin_bet = 10\nstarting_stacks = [200, 200, 200, "
      "200]\n";
  const std::string actions = k_four + ", 'p2 cc', 'p3 f', 'p4 f', 'p1 cc', 'd db 3h8dJc', 'p1 cbr 10', 'p2 f'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[210, 190, 200, 200]")), "hands 1, decisions 6, mismatches 0\n");
}

TEST(Oracle, antes_alone_let_the_first_left_of_the_button_begin) {
  const std::string head = "antes = [5, 5, 5, 5]\nmin_bet = 10\nstarting_stacks = [200, 200, 200, 200]\n";
  const std::string actions = k_four + ", 'p1 cc', 'p2 cbr 10', 'p3 f', 'p4 f', 'p1 f'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[195, 215, 195, 195]")), "hands 1, decisions 5, mismatches 0\n");
}

TEST(Oracle, a_least_bet_that_is_not_the_big_blind_counts) {
  const std::string head =
      "antes = 0\nblinds_or_straddles = [5, 10]\nmin_bet = 20\nstarting_stacks = [200, 200, 200, 200]\n";
  const std::string fits = k_four + ", 'p3 cbr 30', 'p4 f', 'p1 f', 'p2 f'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, fits, "")), "hands 1, decisions 4, mismatches 0\n");
  EXPECT_NE(report_of("a.phh", hand_of(head, replaced(fits, "cbr 30", "cbr 20"), "")).find("the rules refuse it"),
            std::string::npos);
}

TEST(Oracle, what_is_optional_may_be_missing_and_what_is_not_known_is_passed_over) {
  const std::string bare =
      hand_of("blinds_or_straddles = [5, 10]\nstarting_stacks = [200, 200]\n",
              "'d dh p1 ???\?', 'd dh p2 ???\?', '', '# a pause', '  p2   cbr 30  # thinks', 'p1 f'", "");
  EXPECT_EQ(report_of("a.phh", bare), "hands 1, decisions 2, mismatches 0\n");
  const std::string rich = bare +
                           "author = 'A'\ntime = 20:15:00.5\ntime_zone = 'UTC'\nday = 1\nmonth = 2\nyear = 2024\n"
                           "time_limit = inf\ntime_banks = [30.5, inf]\n_own = { a = 1 }\nlevel = 3\nhand = 'x-7'\n";
  EXPECT_EQ(report_of("a.phh", rich), "hands 1, decisions 2, mismatches 0\n");
}

TEST(Oracle, stacks_that_nobody_wrote_down_are_endless) {
  const std::string text =
      hand_of("antes = [0, 0, 0]\nblinds_or_straddles = [5, 10, 0]\nmin_bet = 10\nstarting_stacks = [inf, 200, inf]\n",
              "'d dh p1 AsAd', 'd dh p2 7c2d', 'd dh p3 KsQd', 'p3 cbr 3000', 'p1 f', 'p2 f'", "[inf, 190, inf]");
  EXPECT_EQ(report_of("a.phh", text), "hands 1, decisions 3, mismatches 0\n");
  EXPECT_NE(report_of("a.phh", replaced(text, "190", "191")).find("p2 ends with 190"), std::string::npos);
}

TEST(Oracle, who_won_unseen_held_the_better_cards) {
  const std::string head =
      "antes = [0, 0]\nblinds_or_straddles = [5, 10]\nmin_bet = 10\nstarting_stacks = [100, 100]\n";
  const std::string actions =
      "'d dh p1 ???\?', 'd dh p2 QsQd', 'p2 cc', 'p1 cc', 'd db 3h8dJc', 'p1 cc', 'p2 cc', 'd db 5s', 'p1 cc', 'p2 "
      "cc', "
      "'d db 9c', 'p1 cc', 'p2 cc', 'p1 sm ???\?', 'p2 sm'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[110, 90]")), "hands 1, decisions 8, mismatches 0\n");
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[90, 110]")), "hands 1, decisions 8, mismatches 0\n");
}

TEST(Oracle, rake_that_the_record_names_may_be_missing_from_what_was_won) {
  const std::string head =
      "antes = [0, 0]\nblinds_or_straddles = [5, 10]\nmin_bet = 10\nstarting_stacks = [100, 100]\n";
  const std::string text = hand_of(
      head, "'d dh p1 AcAd', 'd dh p2 QsQd', 'p2 cbr 30', 'p1 cc', 'd db 3h8dJc', 'p1 cc', 'p2 f'", "[128, 70]");
  EXPECT_NE(report_of("a.phh", text).find("p1 ends with 130, the record says 128"), std::string::npos);
  EXPECT_EQ(report_of("a.phh", text + "_rake = 2\n"), "hands 1, decisions 4, mismatches 0\n");
}

TEST(Oracle, an_all_in_for_less_than_the_bet_may_be_written_as_a_raise) {
  const std::string head = "antes = [0, 0]\nblinds_or_straddles = [5, 10]\nmin_bet = 10\nstarting_stacks = [40, 100]\n";
  const std::string actions =
      "'d dh p1 AcAd', 'd dh p2 QsQd', 'p2 cbr 60', 'p1 cbr 40', 'd db 3h8dJc', 'd db 5s', 'd db 9c'";
  EXPECT_EQ(report_of("a.phh", hand_of(head, actions, "[80, 60]")), "hands 1, decisions 2, mismatches 0\n");
}

TEST(Oracle, a_file_may_hold_many_hands_as_tables) {
  const std::string hand = phh(k_phh_actions, "finishing_stacks = [210, 190, 50]\n");
  EXPECT_EQ(report_of("a.phhs", "[1]\n" + hand + "[2]\n" + hand), "hands 2, decisions 8, mismatches 0\n");
  EXPECT_NE(report_of("a.phhs", "[1]\n" + hand + "[2]\n" + replaced(hand, "[210", "[209")).find("a.phhs hand 2: p1"),
            std::string::npos);
}

TEST(Oracle, a_broken_file_is_told_with_its_line) {
  EXPECT_NE(report_of("a.phh", "variant = 'NT'\nantes = [\n").find("a.phh: can't be read: "), std::string::npos);
  EXPECT_NE(report_of("a.phh", "").find("no hand in it"), std::string::npos);
}

}  // namespace
}  // namespace baize::oracle
