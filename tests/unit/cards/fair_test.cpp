// The vectors were computed apart from this code, from docs/fair-deals.md, with Python's hashlib and a ChaCha20 of its
// own: secret = bytes 0..31, server seed = bytes 100..131, table "abcdefgh", hand 7, and the two parts of two_parts().
#include "cards/fair.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/binary.h"
#include "core/check.h"
#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::cards::fair {
namespace {

Value counting(std::uint8_t from) {
  Value value;
  for (std::size_t i = 0; i < value.size(); ++i) value.raw[i] = static_cast<std::uint8_t>(from + i);
  return value;
}

Value repeated(std::uint8_t byte) {
  Value value;
  value.raw.fill(byte);
  return value;
}

std::vector<Part> two_parts() {
  return {{0, hash_of(repeated(0x11)), repeated(0x11)}, {3, hash_of(repeated(0x22)), std::nullopt}};
}

core::Entropy known_key() { return deal_key("abcdefgh", 7, two_parts(), hash_of(counting(100)), counting(100)); }

const std::string k_known_root = "7d7a6319a6d71dbe80401c1bcc65828042851ee0ea7e4b2247a672975d4357a0";

TEST(Chain, its_values_match_an_independent_model) {
  Chain chain(counting(0));
  EXPECT_EQ(to_text(chain.tip()), "b4ba7fa7789fc3459d1674745571bb26e82e2a9e50343828c8a891a6f663e471");
  EXPECT_EQ(to_text(chain.next()), "9eb1e4af38772ffdc99d34119fc40a0dd478077e9fe01b97e1995652ba3f3404");
  EXPECT_EQ(to_text(chain.next()), "ffd2fb9df700183c7be078aa4c9bf8d8481bc91257bf7990cacf892876aaae22");
  while (chain.left() > 1) chain.next();
  EXPECT_EQ(to_text(chain.next()), "2c32977e8c70d4084f59f17a90b9111004b41842577be4985a881e0a93982c82");
}

TEST(Chain, each_value_hashes_to_the_one_given_before_it) {
  Chain chain(repeated(7));
  Value before = chain.tip();
  std::uint32_t given = 0;
  for (; chain.left() > 0; ++given) {
    const Value value = chain.next();
    ASSERT_EQ(hash_of(value), before);
    before = value;
  }
  EXPECT_EQ(given, Chain::k_length);
  EXPECT_THROW(chain.next(), core::BrokenInvariant);
}

TEST(DealKey, it_matches_an_independent_model) {
  EXPECT_EQ(to_text(hash_of(counting(100))), "e3e16780becf601d55e4751e7d722ef91d750bb0cea61b1bb5ea8bc308cdf262");
  EXPECT_EQ(to_text(known_key()), "ebaeeceddc8747aad4494ca77fd5217089dc9a9632f651f9a597929b2053d669");
}

TEST(DealKey, the_deck_of_a_key_matches_an_independent_model) {
  std::string text;
  for (const Card card : shuffled_deck(known_key())) text += to_text(card);
  EXPECT_EQ(text,
            "Ah7hQs7d3hQh3sKcTs9hJsJdKs3c4d8c8s8hAdTh5sTc9d4hTd7c5c9cJc5d7s2cAcAs2d5h4c8d4sQcKd2h6sJh9s6dQd2s6c3d6hKh");
}

TEST(DealKey, everything_that_it_is_made_of_changes_it) {
  const Value seed = counting(100);
  const Hash commitment = hash_of(seed);
  std::set<std::string> keys = {to_text(known_key())};
  keys.insert(to_text(deal_key("abcdefgi", 7, two_parts(), commitment, seed)));
  keys.insert(to_text(deal_key("abcdefg", 7, two_parts(), commitment, seed)));
  keys.insert(to_text(deal_key("abcdefgh", 8, two_parts(), commitment, seed)));
  keys.insert(to_text(deal_key("abcdefgh", 7, two_parts(), repeated(1), seed)));
  keys.insert(to_text(deal_key("abcdefgh", 7, two_parts(), commitment, counting(101))));
  std::vector<Part> parts = two_parts();
  parts[1].value = repeated(0x22);
  keys.insert(to_text(deal_key("abcdefgh", 7, parts, commitment, seed)));
  parts = two_parts();
  parts[0].value.reset();
  keys.insert(to_text(deal_key("abcdefgh", 7, parts, commitment, seed)));
  parts = two_parts();
  parts[1].seat = 4;
  keys.insert(to_text(deal_key("abcdefgh", 7, parts, commitment, seed)));
  parts.pop_back();
  keys.insert(to_text(deal_key("abcdefgh", 7, parts, commitment, seed)));
  EXPECT_EQ(keys.size(), 10u);
}

TEST(Parts, values_hash_to_the_last_ones_and_seats_rise) {
  EXPECT_TRUE(parts_hold(two_parts()));
  EXPECT_TRUE(parts_hold({}));
  std::vector<Part> parts = two_parts();
  parts[1].value = repeated(0x11);
  EXPECT_FALSE(parts_hold(parts));
  parts = two_parts();
  parts[1].seat = 0;
  EXPECT_FALSE(parts_hold(parts));
  parts = two_parts();
  parts[0].seat = -1;
  EXPECT_FALSE(parts_hold(parts));
}

TEST(AuditDraw, it_matches_an_independent_model) {
  std::set<std::uint64_t> drawn;
  for (std::uint64_t hand = 1; hand <= 200; ++hand)
    if (audit_draws(hand, two_parts())) drawn.insert(hand);
  EXPECT_EQ(drawn, (std::set<std::uint64_t>{27, 61, 73, 93, 95, 108, 130, 152, 167, 173, 194}));
}

TEST(Tree, root_and_paths_match_an_independent_model) {
  const Tree tree(shuffled_deck(known_key()), counting(100));
  EXPECT_EQ(to_text(salt_at(counting(100), 0)), "f318864dabad6033e8e20311f3d372cb");
  EXPECT_EQ(to_text(salt_at(counting(100), 51)), "1b9112524519b52ee0021320ed3bca59");
  EXPECT_EQ(to_text(tree.root()), k_known_root);
  const Proof proof = tree.proof(50);
  EXPECT_EQ(to_text(proof.card), "6h");
  ASSERT_EQ(proof.path.size(), 4u);
  EXPECT_EQ(to_text(proof.path[0]), "c654d0b483793ee5a68289af07b5f1254aae0f5d7217ace5545c9fedbec118dc");
  EXPECT_EQ(to_text(proof.path[3]), "bf93d36b6ae7d4cff4f1e574bbf38d7254e8a1782ceb3d0aa2513126ac2c8d25");
  EXPECT_EQ(to_text(tree.proof(5).path[5]), "38373db07222b026b0d13242de368981555c903e4cfc0a0b7ff55f7f7535606e");
}

TEST(Tree, every_position_has_a_proof_that_holds) {
  const Deck deck = shuffled_deck(repeated(9));
  const Tree tree(deck, repeated(8));
  for (std::uint8_t i = 0; i < Card::k_count; ++i) {
    const Proof proof = tree.proof(i);
    EXPECT_EQ(proof.card, deck[i]);
    EXPECT_TRUE(holds(tree.root(), proof)) << int{i};
  }
}

TEST(Proof, a_changed_card_position_salt_or_path_does_not_hold) {
  const Tree tree(shuffled_deck(repeated(9)), repeated(8));
  for (const int place : {0, 31, 47, 48, 51}) {
    const auto position = static_cast<std::uint8_t>(place);
    const Proof good = tree.proof(position);
    for (std::uint8_t card = 0; card < Card::k_count; ++card) {
      Proof bad = good;
      bad.card = Card::from_index(card);
      EXPECT_EQ(holds(tree.root(), bad), bad.card == good.card);
    }
    for (std::uint8_t other = 0; other < 64; ++other) {
      Proof bad = good;
      bad.position = other;
      EXPECT_EQ(holds(tree.root(), bad), other == position);
    }
    Proof bad = good;
    bad.salt.raw[3] ^= 1;
    EXPECT_FALSE(holds(tree.root(), bad));
    for (std::size_t i = 0; i < good.path.size(); ++i) {
      bad = good;
      bad.path[i].raw[31] ^= 0x80;
      EXPECT_FALSE(holds(tree.root(), bad));
    }
    bad = good;
    bad.path.pop_back();
    EXPECT_FALSE(holds(tree.root(), bad));
    EXPECT_FALSE(root_of(bad).has_value());
  }
  Proof longer = tree.proof(50);
  longer.path.push_back(Hash{});
  EXPECT_FALSE(root_of(longer).has_value());
}

TEST(Proof, it_survives_text_and_binary) {
  const Proof proof = Tree(shuffled_deck(repeated(9)), repeated(8)).proof(49);
  EXPECT_EQ(core::from_json_text<Proof>(core::to_json(proof)), proof);
  EXPECT_EQ(core::from_binary<Proof>(core::to_binary(proof)), proof);
  const Part part = two_parts()[1];
  EXPECT_EQ(core::from_json_text<Part>(core::to_json(part)), part);
}

TEST(Words, they_are_distinct_plain_and_in_order) {
  for (std::size_t i = 0; i < k_word_count; ++i) {
    EXPECT_GE(word(i).size(), 3u);
    EXPECT_LE(word(i).size(), 9u);
    EXPECT_EQ(word(i).find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string_view::npos) << word(i);
    EXPECT_TRUE(i == 0 || word(i - 1) < word(i)) << word(i);
  }
}

TEST(Words, of_a_root_match_an_independent_model) {
  Hash root;
  ASSERT_TRUE(parse_text(k_known_root, root));
  EXPECT_EQ(words_of(root), (std::array<std::string_view, 4>{"map", "turnip", "cottage", "joker"}));
  EXPECT_EQ(words_of(Hash{}), (std::array<std::string_view, 4>{"abacus", "abacus", "abacus", "abacus"}));
}

}  // namespace
}  // namespace baize::cards::fair
