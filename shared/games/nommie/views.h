// What may be seen of a Nommie state: Public by everybody, Private by the player of one seat. Allow-lists of their
// own, never a state with cards blanked out; the only forms in which a state leaves the server.
#pragma once

#include <array>
#include <optional>
#include <variant>

#include "cards/card.h"
#include "core/bounded.h"
#include "core/described.h"
#include "core/ids.h"

namespace baize::games::nommie {

using cards::Card;
using cards::Suit;
using core::Seat;

inline constexpr int k_seats = 4;
inline constexpr int k_rounds = 26;
inline constexpr int k_most_cards = 13;  // in a hand, and so the most tricks of a round

// One value a seat.
template <class T>
using BySeat = std::array<T, k_seats>;

constexpr Seat seat_after(Seat seat) { return static_cast<Seat>((seat + 1) % k_seats); }

// Rule 1: 13 down to 3, then 2 four times, then 3 up to 13. `round` from 1 to 26.
constexpr int hand_size_of(int round) {
  if (round <= 11) return 14 - round;
  return round <= 15 ? 2 : round - 13;
}
// Rule 7: one a trick, and ten for exactly the tricks that were bid.
constexpr int points_of(int bid, int tricks) { return tricks + (tricks == bid ? 10 : 0); }
// Rule 2.
constexpr Seat dealer_of(int round) { return static_cast<Seat>((round - 1) % k_seats); }

static_assert(hand_size_of(1) == 13 && hand_size_of(11) == 3 && hand_size_of(12) == 2 && hand_size_of(15) == 2);
static_assert(hand_size_of(16) == 3 && hand_size_of(26) == 13 && dealer_of(1) == 0 && dealer_of(26) == 1);

// `over`: between rounds, the result of the last one (if any) still on the table; the game is over as well if there are
// winners.
enum class Phase { bidding, trump, trick, over };
BOOST_DESCRIBE_ENUM(Phase, bidding, trump, trick, over)

// The suits stand in the order of cards::Suit.
enum class Trump { clubs, diamonds, hearts, spades, no_trumps };
BOOST_DESCRIBE_ENUM(Trump, clubs, diamonds, hearts, spades, no_trumps)
constexpr core::Spelling wire_spelling(Trump) { return core::Spelling::capitals; }

constexpr Trump trump_of(Suit suit) { return static_cast<Trump>(suit); }
constexpr bool is_trump(Card card, Trump trump) { return trump_of(card.suit()) == trump; }

// A card on the table and who played it: [2,"As"].
struct PlayedCard {
  static constexpr bool k_listed = true;
  Seat seat = 0;
  Card card;
  friend bool operator==(const PlayedCard&, const PlayedCard&) = default;
};
BOOST_DESCRIBE_STRUCT(PlayedCard, (), (seat, card))

// In the order in which they were played; the first is the lead.
using TrickCards = core::Bounded<PlayedCard, k_seats>;

// A trick that is complete.
struct Trick {
  TrickCards cards;
  Seat winner = 0;
  friend bool operator==(const Trick&, const Trick&) = default;
};
BOOST_DESCRIBE_STRUCT(Trick, (), (cards, winner))

// A line of the score sheet: a round that is over. `points`: of this round alone.
struct RoundScore {
  std::uint8_t round = 1;
  std::uint8_t hand_size = 0;
  Seat dealer = 0;
  Trump trump = Trump::no_trumps;
  Seat trump_by = 0;
  BySeat<std::uint8_t> bids{};
  BySeat<std::uint8_t> tricks{};
  BySeat<std::uint8_t> points{};
  friend bool operator==(const RoundScore&, const RoundScore&) = default;
};
BOOST_DESCRIBE_STRUCT(RoundScore, (), (round, hand_size, dealer, trump, trump_by, bids, tricks, points))

using ScoreSheet = core::Bounded<RoundScore, k_rounds>;
using Scores = BySeat<std::int32_t>;

struct Public {
  static constexpr core::Tag k_tag{"game", "nommie"};
  std::uint32_t deal = 0;      // how many rounds were dealt at this table, void ones too; 0 before the first
  std::uint8_t round = 0;      // of this game, 1 to 26: the running or last one; 0 before the first
  std::uint8_t hand_size = 0;  // cards of each hand, and tricks, of that round
  Seat dealer = 0;             // of that round; of the first one before it
  Phase phase = Phase::over;
  std::optional<Seat> to_act;
  BySeat<std::optional<std::uint8_t>> bids;  // of the running or last round, like all up to `tricks`
  std::optional<Trump> trump;
  std::optional<Seat> trump_by;  // who names it, or has: from the last bid on
  BySeat<std::uint8_t> tricks_won{};
  TrickCards current_trick;                   // 0 to 3 cards: the fourth ends it
  std::optional<Seat> leader;                 // who leads the current trick, or has: from the naming of trump on
  std::optional<Trick> last_trick;            // of the running or last round
  core::Bounded<Trick, k_most_cards> tricks;  // all of it, in order: everybody has seen them
  Scores scores{};                            // of this game, finished rounds only
  std::optional<RoundScore> previous_round;   // the last one that is over
  ScoreSheet rounds;                          // all that are over, in order
  core::Bounded<Seat, k_seats> winners;       // who has most points, once all rounds are over
  friend bool operator==(const Public&, const Public&) = default;
};
BOOST_DESCRIBE_STRUCT(Public, (),
                      (deal, round, hand_size, dealer, phase, to_act, bids, trump, trump_by, tricks_won, current_trick,
                       leader, last_trick, tricks, scores, previous_round, rounds, winners))

// The sum of the bids that have been made.
constexpr int bid_total(const Public& shared) {
  int sum = 0;
  for (const auto& bid : shared.bids) sum += bid.value_or(0);
  return sum;
}

// How many cards the seat still holds. None before the first round and when a round is void.
constexpr int cards_left(const Public& shared, Seat seat) {
  int left = shared.phase == Phase::over ? 0 : shared.hand_size - static_cast<int>(shared.tricks.size());
  for (const PlayedCard& one : shared.current_trick) left -= one.seat == seat;
  return left;
}

// --- legal moves, with their limits ---

// min..max, but none of `forbidden`: the dealer's (rule 3), and 0 where that is locked (rule 4).
struct LegalBid {
  static constexpr core::Tag k_tag{"action", "player-bid"};
  std::int32_t min = 0;
  std::int32_t max = 0;
  core::Bounded<std::int32_t, 2> forbidden;
  bool zero_bid_locked = false;
  friend bool operator==(const LegalBid&, const LegalBid&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalBid, (), (min, max, forbidden, zero_bid_locked))

struct LegalTrump {
  static constexpr core::Tag k_tag{"action", "player-trump"};
  core::Bounded<Trump, 5> trumps;
  friend bool operator==(const LegalTrump&, const LegalTrump&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalTrump, (), (trumps))

struct LegalPlay {
  static constexpr core::Tag k_tag{"action", "player-play"};
  core::Bounded<Card, k_most_cards> cards;
  friend bool operator==(const LegalPlay&, const LegalPlay&) = default;
};
BOOST_DESCRIBE_STRUCT(LegalPlay, (), (cards))

using Legal = std::variant<LegalBid, LegalTrump, LegalPlay>;

struct Private {
  static constexpr core::Tag k_tag{"game", "nommie"};
  // What the seat still holds, in the order of a held hand: spades, hearts, clubs, diamonds (black and red by turns),
  // each from the highest down.
  core::Bounded<Card, k_most_cards> hand;
  core::Bounded<Legal, 1> legal;  // empty when it is not this seat's turn
  friend bool operator==(const Private&, const Private&) = default;
};
BOOST_DESCRIBE_STRUCT(Private, (), (hand, legal))

// Null if the move is not offered.
template <class L>
const L* offered(const Private& own) {
  return own.legal.empty() ? nullptr : std::get_if<L>(&own.legal[0]);
}

}  // namespace baize::games::nommie
