// Watches over the fair deals of one table for its player: gives the values of the seat's chain when a deal asks for
// them, and holds everything that is told of a deal against what was told before. It believes nothing on the house's
// word, and once something did not hold it says so for good. TableSession feeds it; it never sends and reads no clock.
#pragma once

#include <array>
#include <deque>
#include <string>
#include <vector>

#include "cards/fair.h"
#include "core/time.h"
#include "protocol/server_messages.h"

namespace baize::client {

using core::Seat;
using core::TimeMs;

inline constexpr std::size_t k_most_deals = 500;   // that are kept for a later opening, the newest
inline constexpr TimeMs k_proof_patience = 8'000;  // what is owed with a card or a deal may be on its way for so long
inline constexpr TimeMs k_prompt_answer = 1'500;   // a value given within this is in time, whatever the house says

class Witness {
 public:
  // `elsewhere`: nothing was false, but the values for this seat come from another window or device with this account,
  // as far as can be seen from here; who has no other one is being represented by somebody else.
  enum class Standing { nothing_yet, unbroken, elsewhere, broken };

  // What to send as client-seed.
  struct Offer {
    std::uint64_t hand = 0;
    cards::fair::Value value;
    friend bool operator==(const Offer&, const Offer&) = default;
  };

  // What was found so far. All counts are of deals unless they say otherwise.
  struct Tally {
    int sealed = 0;     // whose fingerprint came with them
    int own_value = 0;  // that this player's value went into
    int opened = 0;     // whose seed was opened and held
    int reopened = 0;   // that were opened, not dealt, and opened anew
    int proofs = 0;     // proofs of cards
    // Values that did not come in time, by seat.
    std::array<int, core::k_max_seats> left_out{};
  };

  // `secret`: fresh from the system's generator; the chains follow from it.
  explicit Witness(const cards::fair::Value& secret) : secret_(secret) {}

  // --- what comes in, with the local time ---
  void saw(const table::GameView& view, TimeMs now);
  void deal_opened(const table::DealOpen& open, TimeMs now);
  void deal_sealed(const table::DealSealed& sealed, TimeMs now);
  void cards_proven(const protocol::CardProofs& proven, TimeMs now);
  void seed_opened(const table::DealOpened& opened);
  // The way to the table was lost: what was sent may not have arrived, and something may have been missed.
  void link_lost();
  void advance(TimeMs now);

  // What is to be sent, each once.
  std::vector<Offer> take_offers() { return std::exchange(offers_, {}); }
  // When `advance` may find something next.
  std::optional<TimeMs> next_wake() const;

  // --- what it found ---
  Standing standing() const;
  // Why the seal broke: a sentence, and the hand in which it did.
  const std::string& broken_because() const { return broken_because_; }
  std::uint64_t broken_in() const { return broken_in_; }
  // The hand since which another window gives the values for this seat; nothing while this one does.
  std::optional<std::uint64_t> given_elsewhere() const { return given_elsewhere_; }
  // The newest deal that has been sealed, or null.
  const cards::fair::Evidence* deal() const { return deals_.empty() ? nullptr : &deals_.back().told; }
  // Oldest first.
  std::vector<const cards::fair::Evidence*> deals() const;
  const Tally& tally() const { return tally_; }
  // How this table opens its seeds; nothing before the first view, or where the game has no fair deals.
  std::optional<games::Audit> audit() const { return audit_; }

 private:
  struct Deal {
    cards::fair::Evidence told;
    bool own_value = false;
    std::optional<TimeMs> seed_due;  // the draw has named it: when its seed has to have come
  };
  struct Given {
    cards::fair::Value value;
    TimeMs after = 0;  // how long after the opening it was given, ms
    bool link_held = true;
  };
  struct Opening {
    cards::fair::Evidence told;
    std::uint32_t again = 0;
    TimeMs at = 0;
    std::optional<Given> given;
  };

  void take_place(const table::GameView& view);
  void begin_chain(std::uint64_t for_hand);
  void answer_opening(TimeMs now);
  void check_own_part(Deal& deal);
  void draw_audit(const Deal& next, TimeMs now);
  void check_cards(TimeMs now);
  Deal* find(std::uint64_t hand);
  void break_seal(std::uint64_t hand, std::string because);

  cards::fair::Value secret_;
  std::uint64_t chains_ = 0;
  std::optional<cards::fair::Chain> chain_;
  cards::fair::Value current_;  // the tip or the last value that was given
  std::optional<std::uint64_t> given_elsewhere_;
  bool known_ = false;  // the house has shown `current_`, or what led to it, as this seat's

  core::TableId table_;
  std::optional<Seat> seat_;
  std::optional<games::Audit> audit_;
  std::uint64_t view_hand_ = 0;
  std::vector<cards::Placed> seen_;

  std::optional<Opening> opening_;
  std::optional<cards::fair::Value> spent_;  // given for an opening that was not dealt
  std::deque<Deal> deals_;
  std::optional<TimeMs> unproven_since_;
  std::string unproven_;
  std::vector<Offer> offers_;
  Tally tally_;
  std::uint64_t broken_in_ = 0;
  std::string broken_because_;
};

}  // namespace baize::client
