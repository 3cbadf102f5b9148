#include "client/witness.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "table/table.h"

namespace baize::client {
namespace {

namespace fair = cards::fair;

fair::Value repeated(std::uint8_t byte) {
  fair::Value value;
  value.raw.fill(byte);
  return value;
}

const core::Uuid k_player("00000000-0000-4000-8000-000000000001");
constexpr Seat k_own = 1;

// A house that deals hold'em to seats 1 (the player), 3 and 4, honestly unless a test reaches into it.
struct House {
  Witness witness{repeated(0x77)};
  table::State state;
  TimeMs now = 1'000'000;
  std::map<Seat, fair::Chain> chains;  // of the others
  std::map<Seat, fair::Value> last;    // what each seat gave last
  fair::Value seed;
  fair::Evidence deal;
  std::optional<fair::Tree> tree;
  cards::Deck deck{};
  std::uint32_t again = 0;

  explicit House(const char* audit = "never") {
    auto settings = *table::default_settings("holdem");
    settings = *table::changed_settings(settings, core::Json{{"audit", audit}});
    state = table::open({core::TableId("table"), core::Name("Table"), k_player, false, settings, now});
    for (const Seat seat : {Seat{1}, Seat{3}, Seat{4}}) sit(seat);
    show();
    take_offer();
  }

  void sit(Seat seat) {
    const core::Uuid uuid(std::string("00000000-0000-4000-8000-00000000000") + static_cast<char>('0' + seat));
    const core::Uuid who = seat == k_own ? k_player : uuid;
    const auto seated = table::apply(
        state, {who, now, table::TakeSeat{core::Name("P" + std::to_string(seat)), seat, core::Chips{1000}}});
    ASSERT_TRUE(seated.has_value()) << seated.error().message;
    state = seated->state;
    if (seat == k_own) return;
    chains.emplace(seat, fair::Chain(repeated(static_cast<std::uint8_t>(seat))));
    last[seat] = chains.at(seat).tip();
  }

  void show() { witness.saw(table::view(state, k_player), now); }

  std::optional<Witness::Offer> take_offer() {
    const auto offers = witness.take_offers();
    if (offers.empty()) return std::nullopt;
    EXPECT_EQ(offers.size(), 1u);
    if (deal.frozen.empty() || fair::hash_of(offers.back().value) != last[k_own]) last[k_own] = offers.back().value;
    return offers.back();
  }

  void open() {
    const std::uint64_t hand = games::deal_number(state.game) + 1;
    seed = core::derive(repeated(0x99), "house", hand);
    deal = {};
    deal.hand = hand;
    deal.commitment = fair::hash_of(seed);
    for (const auto& [seat, value] : last) deal.frozen.push_back({seat, value});
    tell_opening();
  }

  table::DealOpen opening() const { return {deal.hand, deal.commitment, deal.frozen, {}, again}; }
  table::DealSealed seal() const { return {deal.hand, deal.commitment, deal.root, deal.parts}; }

  void tell_opening() { witness.deal_opened(opening(), now); }

  // The other seats give their values; the player's is what the witness offers.
  void gather() {
    deal.parts.clear();
    for (const auto& frozen : deal.frozen) {
      fair::Part part{frozen.seat, frozen.last, std::nullopt};
      if (frozen.seat != k_own) part.value = chains.at(frozen.seat).next();
      if (frozen.seat == k_own)
        for (const auto& offer : witness.take_offers())
          if (fair::hash_of(offer.value) == frozen.last) part.value = offer.value;
      if (part.value) last[part.seat] = *part.value;
      deal.parts.push_back(part);
    }
  }

  void fix_deck() {
    const auto key = fair::deal_key("table", deal.hand, deal.parts, deal.commitment, seed);
    deck = cards::shuffled_deck(key);
    tree.emplace(deck, seed);
    deal.root = tree->root();
    state.game = games::deal(state.game, key)->state;
  }

  void tell_seal() { witness.deal_sealed(seal(), now); }

  // The proofs of all that the player sees.
  std::vector<fair::Proof> proofs() const {
    std::vector<fair::Proof> all;
    const auto view = table::view(state, k_player);
    for (const auto& placed : games::placed(view.shared.value.public_, view.viewer.own.value, view.viewer.seat))
      for (std::uint8_t position = 0; position < cards::Card::k_count; ++position)
        if (placed.positions == cards::position_bit(position)) all.push_back(tree->proof(position));
    return all;
  }

  void prove() { witness.cards_proven({deal.hand, proofs()}, now); }

  void deal_all() {
    open();
    now += 50;
    gather();
    fix_deck();
    tell_seal();
    prove();
    show();
  }

  void end_hand() { state.game = games::void_deal(state.game).state; }

  void expect_unbroken() {
    EXPECT_EQ(witness.standing(), Witness::Standing::unbroken);
    EXPECT_EQ(witness.broken_because(), "");
  }
  void expect_broken(const std::string& because) {
    EXPECT_EQ(witness.standing(), Witness::Standing::broken);
    EXPECT_EQ(witness.broken_because(), because);
    EXPECT_EQ(witness.broken_in(), deal.hand);
  }
};

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

TEST(Witness, a_chain_put_in_the_place_of_the_own_one_breaks_the_seal) {
  House house;
  house.deal_all();
  house.end_hand();
  house.last[k_own] = repeated(0x33);
  house.open();
  house.expect_broken("The house froze a value for your seat that is not yours.");
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
    EXPECT_EQ(house.witness.broken_because(), "The draw named this hand to be opened, and the house kept its seed.");
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
}  // namespace baize::client
