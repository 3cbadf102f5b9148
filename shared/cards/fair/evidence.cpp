#include "cards/fair/evidence.h"

#include <algorithm>
#include <array>

namespace baize::cards::fair {

namespace {

std::string seat_name(core::Seat seat) { return "seat " + std::to_string(seat + 1); }

const Proof* proof_of(const Evidence& deal, Card card) {
  const auto found =
      std::find_if(deal.proofs.begin(), deal.proofs.end(), [&](const Proof& proof) { return proof.card == card; });
  return found == deal.proofs.end() ? nullptr : &*found;
}

// The proven card at the only position that is asked for, if it is another card.
const Proof* usurper(const Evidence& deal, const Placed& seen) {
  for (const Proof& proof : deal.proofs)
    if (seen.positions == position_bit(proof.position) && proof.card != seen.card) return &proof;
  return nullptr;
}

}  // namespace

std::string spoken(Card card) {
  static constexpr std::array<std::string_view, k_rank_count> k_ranks = {
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "jack", "queen", "king", "ace"};
  static constexpr std::array<std::string_view, k_suit_count> k_suits = {"clubs", "diamonds", "hearts", "spades"};
  return "the " + std::string(k_ranks[static_cast<std::size_t>(card.rank())]) + " of " +
         std::string(k_suits[static_cast<std::size_t>(card.suit())]);
}

std::string fault_in_parts(const Evidence& deal) {
  if (deal.parts.size() != deal.frozen.size()) return "The deal was made with other seats than it was opened with.";
  for (std::size_t i = 0; i < deal.parts.size(); ++i) {
    const Part& part = deal.parts[i];
    if (part.seat != deal.frozen[i].seat || (i > 0 && part.seat <= deal.parts[i - 1].seat))
      return "The deal was made with other seats than it was opened with.";
    if (part.last != deal.frozen[i].last)
      return "The frozen value of " + seat_name(part.seat) + " was exchanged after the deal was opened.";
    if (part.value && hash_of(*part.value) != part.last)
      return "The value of " + seat_name(part.seat) + " is not the one that its chain has there.";
  }
  return {};
}

std::string fault_in_proof(const Evidence& deal, const Proof& proof) {
  if (!holds(deal.root, proof))
    return "The proof of " + spoken(proof.card) + " does not lead to the fingerprint of the deck.";
  for (const Proof& other : deal.proofs) {
    if (other == proof) continue;
    if (other.card == proof.card) return "The deck has " + spoken(proof.card) + " twice.";
    if (other.position == proof.position) return "One place of the deck was proven to hold two cards.";
  }
  return {};
}

std::string fault_in_proofs(const Evidence& deal) {
  for (const Proof& proof : deal.proofs)
    if (std::string fault = fault_in_proof(deal, proof); !fault.empty()) return fault;
  return {};
}

std::optional<CardFault> fault_in_cards(const Evidence& deal, std::span<const Placed> seen) {
  std::optional<CardFault> unproven;
  for (const Placed& one : seen) {
    const Proof* proof = proof_of(deal, one.card);
    if (proof != nullptr && (one.positions & position_bit(proof->position)) == 0)
      return CardFault{"Out of order: " + spoken(one.card) + " was dealt from another place of the deck than its own."};
    if (const Proof* other = usurper(deal, one); other != nullptr)
      return CardFault{"Exchanged: " + spoken(one.card) + " lies where the deck has " + spoken(other->card) + "."};
    if (proof == nullptr && !unproven) unproven = CardFault{"No proof came for " + spoken(one.card) + ".", true};
  }
  return unproven;
}

std::optional<Deck> opened_deck(std::string_view table, const Evidence& deal) {
  if (!deal.seed) return std::nullopt;
  return shuffled_deck(deal_key(table, deal.hand, deal.parts, deal.commitment, *deal.seed));
}

std::string fault_in_opening(std::string_view table, const Evidence& deal) {
  const std::optional<Deck> deck = opened_deck(table, deal);
  if (!deck) return "The seed of this deal was not opened.";
  if (hash_of(*deal.seed) != deal.commitment) return "The opened seed is not the one that the house had committed to.";
  const Tree tree(*deck, *deal.seed);
  if (tree.root() != deal.root) return "The opened seed gives another deck than the one that was dealt.";
  for (const Proof& proof : deal.proofs)
    if (proof.position >= Card::k_count || proof != tree.proof(proof.position))
      return "The opened deck does not have " + spoken(proof.card) + " where it was proven to be.";
  return {};
}

}  // namespace baize::cards::fair
