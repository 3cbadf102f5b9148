// What somebody has been told of one fair deal, and whether it holds: the checks that clients make as it comes and that
// `baize verify` makes afterwards. Each answers with one sentence for people, empty if all is well. It knows no game:
// what lies where comes in as cards::Placed.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cards/fair/key.h"
#include "cards/fair/tree.h"
#include "cards/placed.h"

namespace baize::cards::fair {

/// A seat whose next value the deal waits for, with the last one that it gave (or its chain's tip).
struct Frozen {
  core::Seat seat = 0;
  Value last;
  friend bool operator==(const Frozen&, const Frozen&) = default;
};
BOOST_DESCRIBE_STRUCT(Frozen, (), (seat, last))

/// One deal. What was never told is empty.
struct Evidence {
  std::uint64_t hand = 0;
  Hash commitment;             // to the server's seed, told before any value was
  std::vector<Frozen> frozen;  // told with it
  std::vector<Part> parts;     // what the deal went with
  Hash root;                   // of the tree over the deck, told with the parts
  std::vector<Proof> proofs;   // of the cards that the viewer got or saw
  std::optional<Value> seed;   // the server's, opened afterwards
  friend bool operator==(const Evidence&, const Evidence&) = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (hand, commitment, frozen, parts, root, proofs, seed))

/// The parts are the frozen seats with their frozen values, and each new value hashes to its frozen one.
std::string fault_in_parts(const Evidence& deal);

/// The proof leads to the deal's root, and no other proof names its position or its card.
std::string fault_in_proof(const Evidence& deal, const Proof& proof);
std::string fault_in_proofs(const Evidence& deal);

/// The first of `seen` that no proof places where it has to lie. `unproven`: that card alone, where its proof may still
/// be on its way; a card that a proof places elsewhere, or another card in its place, is never a matter of time.
struct CardFault {
  std::string sentence;
  bool unproven = false;
};
std::optional<CardFault> fault_in_cards(const Evidence& deal, std::span<const Placed> seen);

/// The whole deck of an opened deal; nothing while its seed is not known.
std::optional<Deck> opened_deck(std::string_view table, const Evidence& deal);
/// The seed is the one committed to, and its deck and salts give the root and every proof.
std::string fault_in_opening(std::string_view table, const Evidence& deal);

/// "the ace of spades".
std::string spoken(Card card);

}  // namespace baize::cards::fair
