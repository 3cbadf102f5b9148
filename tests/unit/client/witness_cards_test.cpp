#include "unit/client/witness_house.h"

namespace baize::client::testing {
namespace {

// Deals with a root and proofs of another deck than the one whose cards the views show.
void deal_views_of_another_deck(House& house, const std::function<void(cards::Deck&)>& change) {
  house.open();
  house.gather();
  house.fix_deck();
  cards::Deck proven = house.deck;
  change(proven);
  house.tree.emplace(proven, house.seed);
  house.deal.root = house.tree->root();
  house.tell_seal();
  house.prove();
  house.show();
}

std::size_t own_first_position(const House& house) {
  const auto view = table::view(house.state, k_player);
  const auto placed = games::placed(view.shared.value.public_, view.viewer.own.value, view.viewer.seat);
  return static_cast<std::size_t>(std::countr_zero(placed[0].positions));
}

TEST(Witness, a_card_exchanged_for_another_breaks_the_seal) {
  House house;
  cards::Card shown;
  cards::Card proven;
  deal_views_of_another_deck(house, [&](cards::Deck& deck) {
    const std::size_t at = own_first_position(house);
    shown = deck[at];
    proven = deck[50];
    std::swap(deck[at], deck[50]);
  });
  house.expect_broken("Exchanged: " + fair::spoken(shown) + " lies where the deck has " + fair::spoken(proven) + ".");
}

TEST(Witness, cards_dealt_in_another_order_break_the_seal) {
  House house;
  cards::Card shown;
  deal_views_of_another_deck(house, [&](cards::Deck& deck) {
    const std::size_t first = own_first_position(house);
    shown = deck[first];
    std::swap(deck[first], deck[first + 3]);
  });
  house.expect_broken("Out of order: " + fair::spoken(shown) +
                      " was dealt from another place of the deck than its own.");
}

TEST(Witness, a_card_whose_proof_does_not_come_breaks_the_seal_in_the_end) {
  House house;
  house.open();
  house.gather();
  house.fix_deck();
  house.tell_seal();
  house.show();
  house.expect_unbroken();
  ASSERT_TRUE(house.witness.next_wake().has_value());
  house.witness.advance(*house.witness.next_wake() - 1);
  house.expect_unbroken();
  house.witness.advance(*house.witness.next_wake());
  house.expect_broken("No proof came for " + fair::spoken(house.deck[own_first_position(house)]) + ".");
}

TEST(Witness, cards_may_come_before_their_proofs) {
  House house;
  house.open();
  house.gather();
  house.fix_deck();
  house.show();
  house.now += 1'000;
  house.tell_seal();
  house.prove();
  house.witness.advance(house.now + k_proof_patience);
  house.expect_unbroken();
}

TEST(Witness, cards_without_any_seal_break_it) {
  House house;
  house.open();
  house.gather();
  house.fix_deck();
  house.show();
  house.witness.advance(house.now + k_proof_patience);
  house.expect_broken("Cards were dealt without a seal.");
}

TEST(Witness, an_opened_seed_is_followed_to_the_last_salt) {
  House house;
  house.deal_all();
  house.witness.seed_opened({house.deal.hand, house.seed});
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().opened, 1);
}

TEST(Witness, another_seed_breaks_the_seal) {
  House house;
  house.deal_all();
  house.witness.seed_opened({house.deal.hand, repeated(0x31)});
  house.expect_broken("The opened seed is not the one that the house had committed to.");
}

TEST(Witness, a_seed_that_gives_another_deck_breaks_the_seal) {
  House house;
  house.open();
  house.gather();
  house.fix_deck();
  std::swap(house.deck[40], house.deck[41]);
  house.tree.emplace(house.deck, house.seed);
  house.deal.root = house.tree->root();
  house.tell_seal();
  house.prove();
  house.show();
  house.expect_unbroken();
  house.witness.seed_opened({house.deal.hand, house.seed});
  house.expect_broken("The opened seed gives another deck than the one that was dealt.");
}

TEST(Witness, a_drawn_hand_that_is_not_opened_breaks_the_seal) {
  House house("sample");
  house.deal_all();
  for (int hands = 0;; ++hands) {
    ASSERT_LT(hands, 1000);
    const std::uint64_t hand = house.deal.hand;
    const fair::Value seed = house.seed;
    house.end_hand();
    house.deal_all();
    if (!house.witness.next_wake()) continue;
    if (hands % 2 == 0) {
      house.witness.seed_opened({hand, seed});
      EXPECT_FALSE(house.witness.next_wake().has_value());
      continue;
    }
    house.witness.advance(*house.witness.next_wake());
    EXPECT_EQ(house.witness.broken_because(), "The draw named this deal to be opened, and the house kept its seed.");
    EXPECT_EQ(house.witness.broken_in(), hand);
    return;
  }
}

TEST(Witness, the_first_thing_that_broke_the_seal_stays) {
  House house;
  house.deal_all();
  house.witness.seed_opened({house.deal.hand, repeated(0x31)});
  house.end_hand();
  const std::uint64_t broken_in = house.witness.broken_in();
  house.deal_all();
  EXPECT_EQ(house.witness.standing(), Witness::Standing::broken);
  EXPECT_EQ(house.witness.broken_in(), broken_in);
  EXPECT_EQ(house.witness.broken_because(), "The opened seed is not the one that the house had committed to.");
}

TEST(Witness, who_only_watches_gives_no_values_and_checks_the_rest) {
  House house;
  Witness watcher(repeated(2));
  house.open();
  watcher.saw(table::view(house.state, core::Uuid()), house.now);
  watcher.deal_opened(house.opening(), house.now);
  house.gather();
  house.fix_deck();
  watcher.deal_sealed(house.seal(), house.now);
  watcher.saw(table::view(house.state, core::Uuid()), house.now);
  watcher.advance(house.now + k_proof_patience);
  EXPECT_TRUE(watcher.take_offers().empty());
  EXPECT_EQ(watcher.standing(), Witness::Standing::unbroken);
  house.deal.root.raw[5] ^= 4;
  watcher.deal_sealed(house.seal(), house.now);
  EXPECT_EQ(watcher.standing(), Witness::Standing::broken);
}

TEST(Witness, a_new_page_is_left_out_once_and_then_takes_part_again) {
  House house;
  house.deal_all();
  house.end_hand();
  house.witness = Witness(repeated(0x78));
  house.open();
  house.show();
  house.tell_opening();
  house.gather();
  house.fix_deck();
  house.tell_seal();
  house.prove();
  house.show();
  house.expect_unbroken();
  const auto offers = house.witness.take_offers();
  ASSERT_FALSE(offers.empty());
  house.last[k_own] = offers.back().value;
  house.end_hand();
  house.deal_all();
  house.expect_unbroken();
  EXPECT_EQ(house.witness.tally().own_value, 1);
}

}  // namespace
}  // namespace baize::client::testing
