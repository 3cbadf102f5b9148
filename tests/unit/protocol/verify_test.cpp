#include "protocol/verify.h"

#include <gtest/gtest.h>

#include "core/json_write.h"
#include "unit/table/fair_table.h"

namespace baize::protocol {
namespace {

namespace fair = cards::fair;
using table::k_ann;
using table::k_bob;

// Some hands of Ann and Bob, each folded at once, and the table's log.
struct Evening {
  table::FairTable table;
  table::State start;

  explicit Evening(games::Audit audit, int hands) : table(audit), start(table.state) {
    table.open_heads_up();
    for (int hand = 0; hand < hands; ++hand) {
      give_all();
      table.tick();
      table.fold();
      while (!table.state.opened) table.tick();
    }
  }
  void give_all() {
    table.give(k_ann);
    table.give(k_bob);
  }
  void close() { ASSERT_TRUE(table.act(k_ann, table::CloseTable{})); }

  TableExport told(const core::Uuid& viewer) const {
    HandCollector collector(start);
    for (const table::Action& action : table.log) EXPECT_TRUE(collector.take(action).has_value());
    EXPECT_EQ(collector.state(), table.state);
    return collector.told(viewer, 0, table.state.status == table::Status::closed);
  }
};

const TableExport& sample() {
  static const TableExport all = Evening(games::Audit::sample, 60).told(k_ann);
  return all;
}

// The first hand that is opened, or is not.
std::size_t first_hand(bool opened) {
  for (std::size_t i = 0; i < sample().hands.size(); ++i)
    if (sample().hands[i].fair->seed.has_value() == opened) return i;
  ADD_FAILURE() << "there is no such hand";
  return 0;
}

void expect_fault(const TableExport& table, std::size_t at, const std::string& fault) {
  EXPECT_EQ(verify(table).fault(), "Hand " + std::to_string(sample().hands[at].number) + ": " + fault);
}

TEST(Verify, an_honest_table_has_no_fault_and_its_opened_hands_are_played_again) {
  const ExportReport report = verify(sample());
  EXPECT_EQ(report.fault(), "");
  ASSERT_EQ(report.hands.size(), 60u);
  const auto& opened = report.hands[first_hand(true)];
  EXPECT_EQ(opened.proven.back(), "played again by the rules, it goes as it was told");
  EXPECT_TRUE(opened.unproven.empty());
  EXPECT_EQ(report.hands[first_hand(false)].unproven.back(),
            "the seed was not opened, so the other cards and the shuffle are not known");
}

TEST(Verify, an_export_survives_its_text) {
  const auto report = verify_text(core::to_json(sample()));
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->fault(), "");
  EXPECT_EQ(report_text(*report), report_text(verify(sample())));
}

TEST(Verify, what_is_no_export_is_refused) {
  EXPECT_FALSE(verify_text("[]").has_value());
  EXPECT_FALSE(verify_text("{\"format\":\"something\"}").has_value());
  TableExport other = sample();
  other.format = "baize-export-9";
  EXPECT_FALSE(verify_text(core::to_json(other)).has_value());
}

TEST(Verify, no_hand_tells_its_seed_or_others_cards_unless_it_was_opened) {
  for (const ExportedHand& hand : sample().hands) {
    if (hand.fair->seed) continue;
    EXPECT_FALSE(hand.replay.has_value());
    EXPECT_EQ(hand.fair->proofs.size(), 2u);
  }
}

TEST(Verify, who_only_watched_gets_no_hole_cards) {
  const TableExport watched = Evening(games::Audit::never, 3).told(core::Uuid());
  for (const ExportedHand& hand : watched.hands) EXPECT_TRUE(hand.fair->proofs.empty());
  EXPECT_EQ(verify(watched).fault(), "");
}

TEST(Verify, all_hands_of_a_closed_table_are_opened_where_that_was_promised) {
  Evening evening(games::Audit::at_close, 3);
  EXPECT_FALSE(evening.told(k_ann).hands[0].fair->seed.has_value());
  evening.close();
  TableExport closed = evening.told(k_ann);
  EXPECT_EQ(verify(closed).fault(), "");
  for (const ExportedHand& hand : closed.hands) EXPECT_TRUE(hand.fair->seed.has_value());
  closed.hands[1].fair->seed.reset();
  EXPECT_EQ(verify(closed).fault(), "Hand 2: The table is closed and its seed was not opened.");
}

TEST(Verify, an_exchanged_value_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(false);
  table.hands[at].fair->parts[0].value->raw[0] ^= 1;
  expect_fault(table, at, "The value of seat 1 is not the one that its chain has there.");
}

TEST(Verify, a_tampered_proof_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(false);
  fair::Proof& proof = table.hands[at].fair->proofs[0];
  proof.salt.raw[0] ^= 1;
  expect_fault(table, at,
               "The proof of " + fair::spoken(proof.card) + " does not lead to the fingerprint of the deck.");
}

TEST(Verify, a_card_without_a_proof_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(false);
  const cards::Card card = table.hands[at].fair->proofs[0].card;
  table.hands[at].fair->proofs.erase(table.hands[at].fair->proofs.begin());
  expect_fault(table, at, "No proof came for " + fair::spoken(card) + ".");
}

TEST(Verify, another_root_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(true);
  table.hands[at].fair->root.raw[7] ^= 1;
  EXPECT_NE(verify(table).fault(), "");
}

TEST(Verify, another_seed_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(true);
  table.hands[at].fair->seed->raw[7] ^= 1;
  expect_fault(table, at, "The opened seed is not the one that the house had committed to.");
}

TEST(Verify, a_drawn_hand_whose_seed_is_kept_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(true);
  table.hands[at].fair->seed.reset();
  expect_fault(table, at, "The draw named this deal to be opened, and its seed was kept.");
}

TEST(Verify, a_hand_that_did_not_go_as_told_is_false) {
  TableExport table = sample();
  const std::size_t at = first_hand(true);
  while (!std::holds_alternative<table::Play>(table.hands[at].replay->actions.back().verb))
    table.hands[at].replay->actions.pop_back();
  table.hands[at].replay->actions.pop_back();
  expect_fault(table, at, "Played again, it goes another way than it was told.");
}

TEST(Verify, a_table_dealt_by_bots_alone_says_that_no_player_gave_a_value) {
  TableExport table = sample();
  const std::size_t at = first_hand(false);
  for (fair::Part& part : table.hands[at].fair->parts) part.value.reset();
  const ExportReport report = verify(table);
  EXPECT_EQ(report.hands[at].unproven.front(), "no player gave a value, so the house alone decided the shuffle");
}

}  // namespace
}  // namespace baize::protocol
