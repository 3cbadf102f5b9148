#include "cards/fair/tree.h"

#include <algorithm>
#include <string_view>

#include "core/check.h"

namespace baize::cards::fair {

namespace {

template <std::size_t N>
Hash hash_bytes(const std::array<std::uint8_t, N>& bytes) {
  return core::sha256({reinterpret_cast<const char*>(bytes.data()), N});
}

Hash leaf(std::uint8_t position, const Salt& salt, Card card) {
  std::array<std::uint8_t, 3 + Salt::size()> bytes{0, position};
  std::copy(salt.raw.begin(), salt.raw.end(), bytes.begin() + 2);
  bytes.back() = card.index();
  return hash_bytes(bytes);
}

Hash node(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 1 + 2 * Hash::size()> bytes{1};
  std::copy(left.raw.begin(), left.raw.end(), bytes.begin() + 1);
  std::copy(right.raw.begin(), right.raw.end(), bytes.begin() + 1 + Hash::size());
  return hash_bytes(bytes);
}

// Goes up from a leaf: visit(level's first node, place in the level) wherever there is a neighbour.
template <class Visit>
void climb(std::size_t place, Visit visit) {
  std::size_t first = 0;
  for (std::size_t width = Card::k_count; width > 1; width = (width + 1) / 2) {
    if ((place ^ 1) < width) visit(first, place);
    first += width;
    place /= 2;
  }
}

}  // namespace

Salt salt_at(const Value& server_seed, std::uint8_t position) {
  const core::Entropy bytes = core::derive(server_seed, "baize salt", position);
  Salt salt;
  std::copy_n(bytes.raw.begin(), Salt::size(), salt.raw.begin());
  return salt;
}

std::optional<Hash> root_of(const Proof& proof) {
  if (proof.position >= Card::k_count) return std::nullopt;
  Hash hash = leaf(proof.position, proof.salt, proof.card);
  std::size_t used = 0;
  bool whole = true;
  climb(proof.position, [&](std::size_t, std::size_t place) {
    whole = whole && used < proof.path.size();
    if (!whole) return;
    const Hash& beside = proof.path[used++];
    hash = place % 2 == 0 ? node(hash, beside) : node(beside, hash);
  });
  if (!whole || used != proof.path.size()) return std::nullopt;
  return hash;
}

Tree::Tree(const Deck& deck, const Value& server_seed) : deck_(deck) {
  for (std::uint8_t i = 0; i < Card::k_count; ++i) {
    salts_[i] = salt_at(server_seed, i);
    nodes_[i] = leaf(i, salts_[i], deck[i]);
  }
  std::size_t below = 0;
  std::size_t next = Card::k_count;
  for (std::size_t width = Card::k_count; width > 1; width = (width + 1) / 2) {
    for (std::size_t i = 0; i < width; i += 2)
      nodes_[next++] = i + 1 < width ? node(nodes_[below + i], nodes_[below + i + 1]) : nodes_[below + i];
    below += width;
  }
}

Proof Tree::proof(std::uint8_t position) const {
  core::check(position < Card::k_count, "a deck has no such position");
  Proof proof{position, deck_[position], salts_[position], {}};
  climb(position, [&](std::size_t first, std::size_t place) { proof.path.push_back(nodes_[first + (place ^ 1)]); });
  return proof;
}

}  // namespace baize::cards::fair
