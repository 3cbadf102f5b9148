#include "unit/client/witness_house.h"

namespace baize::client::testing {
namespace {

TEST(Witness, an_honest_deal_keeps_the_seal_unbroken) {
  House house;
  EXPECT_EQ(house.witness.standing(), Witness::Standing::nothing_yet);
  for (int hand = 0; hand < 3; ++hand) {
    house.deal_all();
    house.expect_unbroken();
    house.end_hand();
  }
  house.witness.advance(house.now + 3'600'000);
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().sealed, 3);
  EXPECT_EQ(house.witness.tally().own_value, 3);
  EXPECT_EQ(house.witness.tally().proofs, 6);
}

TEST(Witness, offers_its_tip_when_it_sits_down_and_the_next_value_when_a_deal_is_opened) {
  House house;
  const fair::Value tip = house.last[k_own];
  house.open();
  const auto offers = house.witness.take_offers();
  ASSERT_EQ(offers.size(), 1u);
  EXPECT_EQ(offers[0].hand, 1u);
  EXPECT_EQ(fair::hash_of(offers[0].value), tip);
}

TEST(Witness, asked_again_for_the_same_opening_it_gives_the_same_value) {
  House house;
  house.open();
  const auto first = house.witness.take_offers();
  house.witness.link_lost();
  house.tell_opening();
  EXPECT_EQ(house.witness.take_offers(), first);
}

TEST(Witness, a_value_is_never_given_for_a_second_opening) {
  House house;
  house.open();
  const auto first = house.witness.take_offers();
  house.deal.commitment = fair::hash_of(repeated(0x55));
  house.again = 1;
  house.witness.link_lost();
  house.tell_opening();
  const auto second = house.witness.take_offers();
  ASSERT_EQ(second.size(), 1u);
  EXPECT_NE(second[0].value, first[0].value);
  EXPECT_NE(fair::hash_of(second[0].value), house.last[k_own]);
  EXPECT_EQ(house.witness.tally().reopened, 1);
}

TEST(Witness, a_deal_with_a_value_given_for_another_opening_breaks_the_seal) {
  House house;
  house.open();
  const auto first = house.witness.take_offers();
  house.seed = repeated(0x55);
  house.deal.commitment = fair::hash_of(house.seed);
  house.witness.link_lost();
  house.tell_opening();
  house.gather();
  house.deal.parts[0].value = first[0].value;
  house.fix_deck();
  house.tell_seal();
  house.expect_broken("The house dealt with a value for your seat that you had not given for this deal.");
}

TEST(Witness, a_dropped_value_breaks_the_seal) {
  House house;
  house.open();
  house.now += 2'000;
  house.gather();
  house.deal.parts[0].value.reset();
  house.fix_deck();
  house.tell_seal();
  house.expect_broken("Your value was sent in time, and the house dealt without it.");
}

TEST(Witness, a_value_lost_with_the_connection_does_not_and_a_new_chain_begins) {
  House house;
  house.open();
  house.gather();
  house.deal.parts[0].value.reset();
  house.fix_deck();
  house.witness.link_lost();
  house.tell_seal();
  house.prove();
  house.show();
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().left_out[k_own], 1);
  EXPECT_EQ(house.witness.tally().own_value, 0);
  const auto tip = house.take_offer();
  ASSERT_TRUE(tip.has_value());
  house.end_hand();
  house.deal_all();
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().own_value, 1);
}

TEST(Witness, anothers_late_value_is_counted) {
  House house;
  house.open();
  house.gather();
  house.deal.parts[2].value.reset();
  house.fix_deck();
  house.tell_seal();
  EXPECT_EQ(house.witness.tally().left_out[4], 1);
  house.expect_unbroken();
}

TEST(Witness, a_late_value_put_in_the_place_of_the_frozen_one_breaks_the_seal) {
  House house;
  house.open();
  house.gather();
  house.deal.parts[1] = {3, fair::hash_of(repeated(5)), repeated(5)};
  house.fix_deck();
  house.tell_seal();
  house.expect_broken("The frozen value of seat 4 was exchanged after the deal was opened.");
}

// The later of two windows with one account: it begins a chain of its own, from the next hand on.
struct LaterWindow {
  fair::Chain chain{repeated(0x33)};

  explicit LaterWindow(House& house) { house.last[k_own] = chain.tip(); }
  void deal(House& house, std::optional<fair::Value> value) {
    house.end_hand();
    house.open();
    house.gather();
    house.deal.parts[0].value = value;
    if (value) house.last[k_own] = *value;
    house.fix_deck();
    house.tell_seal();
    house.prove();
    house.show();
  }
};

TEST(Witness, a_later_window_that_takes_over_the_seats_chain_does_not_break_the_seal_of_the_earlier_one) {
  House house;
  house.deal_all();
  LaterWindow later(house);
  for (int hand = 2; hand < 5; ++hand) {
    later.deal(house, later.chain.next());
    EXPECT_EQ(house.witness.standing(), Witness::Standing::elsewhere) << house.witness.broken_because();
    EXPECT_EQ(house.witness.given_elsewhere(), 2u);
    EXPECT_FALSE(house.take_offer()) << "two windows that give would put each other out";
  }
  EXPECT_EQ(house.witness.tally().own_value, 1);
  EXPECT_EQ(house.witness.tally().sealed, 4);
}

TEST(Witness, an_earlier_window_gives_again_when_the_later_one_is_gone) {
  House house;
  house.deal_all();
  LaterWindow later(house);
  later.deal(house, later.chain.next());
  later.deal(house, std::nullopt);
  house.expect_unbroken();
  ASSERT_TRUE(house.take_offer());
  house.end_hand();
  house.deal_all();
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().own_value, 2);
}

TEST(Witness, of_a_seat_whose_values_come_from_elsewhere_finds_what_is_false_all_the_same) {
  House house;
  house.deal_all();
  LaterWindow later(house);
  later.deal(house, later.chain.next());
  house.deal.root.raw[0] ^= 1;
  house.tell_seal();
  house.expect_broken("The fingerprint of the deck changed while it was being played.");
}

TEST(Witness, a_changed_value_of_the_own_seat_breaks_the_seal) {
  House house;
  house.open();
  house.gather();
  house.deal.parts[0].value = repeated(0x44);
  house.fix_deck();
  house.tell_seal();
  house.expect_broken("The value of seat 2 is not the one that its chain has there.");
}

TEST(Witness, a_deal_opened_again_after_its_seal_breaks_it) {
  House house;
  house.deal_all();
  house.deal.commitment = fair::hash_of(repeated(1));
  house.tell_opening();
  house.expect_broken("The deal was opened again after its cards had been fixed.");
}

TEST(Witness, a_seed_exchanged_after_the_opening_breaks_the_seal) {
  House house;
  house.open();
  house.gather();
  house.seed = repeated(0x55);
  house.deal.commitment = fair::hash_of(house.seed);
  house.fix_deck();
  house.tell_seal();
  house.expect_broken("The house exchanged its seed after the deal was opened.");
}

TEST(Witness, a_root_that_changes_breaks_the_seal) {
  House house;
  house.deal_all();
  house.deal.root.raw[0] ^= 1;
  house.tell_seal();
  house.expect_broken("The fingerprint of the deck changed while it was being played.");
}

TEST(Witness, what_was_told_already_may_be_told_again) {
  House house;
  house.deal_all();
  house.witness.link_lost();
  house.tell_opening();
  house.tell_seal();
  house.prove();
  house.show();
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().sealed, 1);
  EXPECT_EQ(house.witness.tally().proofs, 2);
}

TEST(Witness, a_tampered_proof_breaks_the_seal) {
  House house;
  house.open();
  house.gather();
  house.fix_deck();
  house.tell_seal();
  auto proofs = house.proofs();
  proofs[1].salt.raw[0] ^= 1;
  house.witness.cards_proven({house.deal.hand, proofs}, house.now);
  house.expect_broken("The proof of " + fair::spoken(proofs[1].card) +
                      " does not lead to the fingerprint of the deck.");
}

}  // namespace
}  // namespace baize::client::testing
