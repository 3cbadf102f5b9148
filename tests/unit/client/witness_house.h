// A house for the tests of the witness: it deals hold'em to the player's seat and two others by the rules of a fair
// deal, honestly unless a test reaches into it.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "client/witness.h"
#include "table/table.h"

namespace baize::client::testing {

namespace fair = cards::fair;

inline fair::Value repeated(std::uint8_t byte) {
  fair::Value value;
  value.raw.fill(byte);
  return value;
}

inline const core::Uuid k_player("00000000-0000-4000-8000-000000000001");
inline constexpr Seat k_own = 1;

// It deals to seats 1 (the player), 3 and 4.
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

}  // namespace baize::client::testing
