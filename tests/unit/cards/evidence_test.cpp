#include "cards/fair/evidence.h"

#include <gtest/gtest.h>

#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::cards::fair {
namespace {

Value repeated(std::uint8_t byte) {
  Value value;
  value.raw.fill(byte);
  return value;
}

// Hand 4 of "table": seats 1 and 4 give values, the one in seat 6 does not; positions 0, 2 and 9 are proven.
Evidence honest_deal() {
  Evidence deal;
  deal.hand = 4;
  const Value seed = repeated(0xee);
  deal.commitment = hash_of(seed);
  deal.parts = {{1, hash_of(repeated(1)), repeated(1)},
                {4, hash_of(repeated(4)), repeated(4)},
                {6, hash_of(repeated(6)), std::nullopt}};
  for (const Part& part : deal.parts) deal.frozen.push_back({part.seat, part.last});
  const Tree tree(shuffled_deck(deal_key("table", 4, deal.parts, deal.commitment, seed)), seed);
  deal.root = tree.root();
  deal.proofs = {tree.proof(0), tree.proof(2), tree.proof(9)};
  return deal;
}

Evidence opened_deal() {
  Evidence deal = honest_deal();
  deal.seed = repeated(0xee);
  return deal;
}

Placed placed(const Proof& proof) { return {position_bit(proof.position), proof.card}; }

TEST(Evidence, of_an_honest_deal_has_no_fault) {
  const Evidence deal = opened_deal();
  EXPECT_EQ(fault_in_parts(deal), "");
  EXPECT_EQ(fault_in_proofs(deal), "");
  EXPECT_EQ(fault_in_opening("table", deal), "");
  EXPECT_FALSE(fault_in_cards(deal, std::vector{placed(deal.proofs[0]), placed(deal.proofs[2])}));
  EXPECT_EQ(core::from_json_text<Evidence>(core::to_json(deal)), deal);
}

TEST(Evidence, a_seat_that_was_not_frozen_or_is_left_away_is_a_fault) {
  Evidence deal = honest_deal();
  deal.parts.pop_back();
  EXPECT_EQ(fault_in_parts(deal), "The deal was made with other seats than it was opened with.");
  deal = honest_deal();
  deal.parts[2].seat = 7;
  EXPECT_EQ(fault_in_parts(deal), "The deal was made with other seats than it was opened with.");
}

TEST(Evidence, a_frozen_value_exchanged_later_is_a_fault) {
  Evidence deal = honest_deal();
  deal.parts[1] = {4, hash_of(repeated(9)), repeated(9)};
  EXPECT_EQ(fault_in_parts(deal), "The frozen value of seat 5 was exchanged after the deal was opened.");
}

TEST(Evidence, a_value_that_is_not_the_next_of_its_chain_is_a_fault) {
  Evidence deal = honest_deal();
  deal.parts[0].value = repeated(9);
  EXPECT_EQ(fault_in_parts(deal), "The value of seat 2 is not the one that its chain has there.");
}

TEST(Evidence, a_tampered_proof_is_a_fault) {
  Evidence deal = honest_deal();
  deal.proofs[1].path[2].raw[0] ^= 1;
  EXPECT_EQ(fault_in_proofs(deal),
            "The proof of " + spoken(deal.proofs[1].card) + " does not lead to the fingerprint of the deck.");
}

TEST(Evidence, a_deck_that_has_a_card_twice_is_a_fault_though_each_proof_holds) {
  Evidence deal = honest_deal();
  Deck deck = fresh_deck();
  deck[5] = deck[0];
  const Tree tree(deck, repeated(3));
  deal.root = tree.root();
  deal.proofs = {tree.proof(0), tree.proof(5)};
  EXPECT_EQ(fault_in_proofs(deal), "The deck has the two of clubs twice.");
}

TEST(Evidence, a_card_without_its_proof_is_unproven) {
  const Evidence deal = honest_deal();
  const Card other = fresh_deck()[0] == deal.proofs[0].card ? fresh_deck()[1] : fresh_deck()[0];
  const auto fault = fault_in_cards(deal, std::vector{Placed{position_bit(20), other}});
  ASSERT_TRUE(fault);
  EXPECT_TRUE(fault->unproven);
  EXPECT_EQ(fault->sentence, "No proof came for " + spoken(other) + ".");
}

TEST(Evidence, a_card_dealt_from_another_place_is_a_fault) {
  const Evidence deal = honest_deal();
  const auto fault = fault_in_cards(deal, std::vector{Placed{position_bit(8), deal.proofs[2].card}});
  ASSERT_TRUE(fault);
  EXPECT_FALSE(fault->unproven);
  EXPECT_EQ(fault->sentence,
            "Out of order: " + spoken(deal.proofs[2].card) + " was dealt from another place of the deck than its own.");
}

TEST(Evidence, a_card_in_the_place_of_another_is_a_fault) {
  const Evidence deal = honest_deal();
  const auto unused = [&](Card card) {
    for (const Proof& proof : deal.proofs)
      if (proof.card == card) return false;
    return true;
  };
  Card false_card;
  for (const Card card : fresh_deck())
    if (unused(card)) false_card = card;
  const auto fault = fault_in_cards(deal, std::vector{Placed{position_bit(2), false_card}});
  ASSERT_TRUE(fault);
  EXPECT_FALSE(fault->unproven);
  EXPECT_EQ(fault->sentence,
            "Exchanged: " + spoken(false_card) + " lies where the deck has " + spoken(deal.proofs[1].card) + ".");
}

TEST(Evidence, a_card_that_may_lie_at_one_of_two_places_is_proven_by_either) {
  const Evidence deal = honest_deal();
  const std::uint64_t either = position_bit(2) | position_bit(11);
  EXPECT_FALSE(fault_in_cards(deal, std::vector{Placed{either, deal.proofs[1].card}}));
}

TEST(Evidence, a_seed_that_was_not_committed_to_is_a_fault) {
  Evidence deal = opened_deal();
  deal.seed = repeated(0xef);
  EXPECT_EQ(fault_in_opening("table", deal), "The opened seed is not the one that the house had committed to.");
}

TEST(Evidence, a_seed_of_another_deck_is_a_fault) {
  Evidence deal = opened_deal();
  EXPECT_EQ(fault_in_opening("other", deal), "The opened seed gives another deck than the one that was dealt.");
  deal.parts[2].value = repeated(6);
  EXPECT_EQ(fault_in_opening("table", deal), "The opened seed gives another deck than the one that was dealt.");
}

TEST(Evidence, a_proof_that_the_opened_deck_does_not_have_is_a_fault) {
  Evidence deal = opened_deal();
  deal.proofs[1].card = deal.proofs[0].card;
  EXPECT_EQ(fault_in_opening("table", deal),
            "The opened deck does not have " + spoken(deal.proofs[0].card) + " where it was proven to be.");
}

}  // namespace
}  // namespace baize::cards::fair
