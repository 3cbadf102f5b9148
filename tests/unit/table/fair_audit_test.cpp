// What comes of fair deals: which seeds are opened, that decks are unbiased and the same everywhere, and that nobody is
// shown a secret of them.
#include <array>
#include <set>

#include "core/json_write.h"
#include "table/view.h"
#include "unit/table/fair_table.h"

namespace baize::table {
namespace {

// A hand of heads-up after heads-up, both giving their values.
void play_hands(FairTable& table, int hands) {
  table.open_heads_up();
  for (int i = 0; i < hands; ++i) {
    table.give(k_ann);
    table.give(k_bob);
    table.tick();
    ASSERT_TRUE(table.running());
    table.fold();
  }
}

TEST(FairDeal, opens_about_one_hand_in_twenty_by_the_values_of_the_next) {
  TableSettings own;
  own.deal_pause = 0;
  FairTable table(games::Audit::sample, own);
  play_hands(table, 400);
  std::map<std::uint64_t, DealSealed> sealed;
  std::map<std::uint64_t, fair::Hash> commitments;
  int opened = 0;
  for (const DealNews& one : table.all_news) {
    if (const auto* open = std::get_if<DealOpen>(&one)) commitments[open->hand] = open->commitment;
    if (const auto* deal = std::get_if<DealSealed>(&one)) sealed[deal->hand] = *deal;
    if (const auto* seed = std::get_if<DealOpened>(&one)) {
      ++opened;
      EXPECT_EQ(fair::hash_of(seed->seed), commitments.at(seed->hand));
      const auto key =
          fair::deal_key("t1", seed->hand, sealed.at(seed->hand).parts, commitments.at(seed->hand), seed->seed);
      EXPECT_EQ(fair::Tree(cards::shuffled_deck(key), seed->seed).root(), sealed.at(seed->hand).root);
    }
  }
  int drawn = 0;
  for (std::uint64_t hand = 1; hand < 400; ++hand) drawn += fair::audit_draws(hand, sealed.at(hand + 1).parts);
  EXPECT_EQ(opened, drawn);
  EXPECT_GT(opened, 5);
  EXPECT_LT(opened, 45);
}

TEST(FairDeal, opens_no_seed_where_the_audit_is_never) {
  FairTable table(games::Audit::never);
  play_hands(table, 60);
  ASSERT_TRUE(table.act(k_ann, CloseTable{}));
  for (const DealNews& one : table.all_news) EXPECT_FALSE(std::holds_alternative<DealOpened>(one));
}

TEST(FairDeal, opens_seeds_with_the_end_of_the_table_where_the_audit_is_at_close) {
  FairTable table(games::Audit::at_close);
  play_hands(table, 60);
  for (const DealNews& one : table.all_news) EXPECT_FALSE(std::holds_alternative<DealOpened>(one));
  const auto seed = table.state.sealed->seed;
  ASSERT_TRUE(table.act(k_ann, CloseTable{}));
  ASSERT_TRUE(table.told<DealOpened>());
  EXPECT_EQ(*table.told<DealOpened>(), (DealOpened{60, seed}));
}

// The same bytes natively and in wasm: the chains and the seed follow from fixed ones.
TEST(FairDeal, known_values_give_a_known_deck_and_root) {
  FairTable table;
  table.open_heads_up();
  table.give(k_ann);
  table.give(k_bob);
  table.tick();
  std::string deck;
  for (const cards::Card card : *games::deck(table.state.game)) deck += to_text(card);
  EXPECT_EQ(deck,
            "Jc4h9s9dQhQd7c2c8d3cTcAs9cTsKc5c3s6dQcAh8hKsAc5h6c5s"
            "7d7h4c2s3h8sJhTh4dQsKh2hTd3dAd7s9h6s4s8cJs2d5dJdKd6h");
  EXPECT_EQ(core::hex(table.state.sealed->root.data(), 32),
            "993cf6a71020730e5161a0a8bd5b4b39e318a25e5e7e93db0f8921500b4c9efa");
}

TEST(FairDeal, one_players_fresh_value_makes_every_card_equally_likely_everywhere_whatever_the_house_does) {
  constexpr int k_deals = 20'000;
  constexpr double k_cards = 52;
  const fair::Value seed{};
  std::array<std::array<int, 52>, 52> counts{};
  for (int i = 0; i < k_deals; ++i) {
    const fair::Value value = chance(static_cast<std::uint64_t>(i));
    const std::vector<fair::Part> parts{{0, fair::hash_of({}), fair::Value{}}, {3, fair::hash_of(value), value}};
    const auto deck = cards::shuffled_deck(fair::deal_key("t1", 1, parts, fair::hash_of(seed), seed));
    for (std::size_t position = 0; position < deck.size(); ++position) ++counts[position][deck[position].index()];
  }
  double chi_square = 0;
  for (const auto& position : counts)
    for (const int count : position)
      chi_square += (count - k_deals / k_cards) * (count - k_deals / k_cards) / (k_deals / k_cards);
  // 51 * 51 degrees of freedom: 2601 on average, with a standard deviation of 72.
  EXPECT_GT(chi_square, 2601 - 5 * 72);
  EXPECT_LT(chi_square, 2601 + 5 * 72);
}

TEST(FairDeal, shows_nobody_a_seed_or_a_deck) {
  FairTable table;
  table.open_heads_up();
  const std::string opened = core::hex(table.state.opened->seed.data(), 32);
  const auto tells = [&](const std::string& secret) {
    std::string all = core::to_json(table.news);
    for (const Uuid& who : {k_ann, k_bob, k_cid}) all += core::to_json(view(table.state, who));
    return all.find(secret) != std::string::npos;
  };
  EXPECT_FALSE(tells(opened));
  table.give(k_ann);
  table.give(k_bob);
  table.tick();
  EXPECT_FALSE(tells(opened));
  EXPECT_FALSE(tells(core::hex(table.state.next_seed->data(), 32)));
  for (std::uint8_t i = 0; i < 52; ++i)
    EXPECT_FALSE(tells(core::hex(fair::salt_at(table.state.sealed->seed, i).data(), 16)));
}

}  // namespace
}  // namespace baize::table
