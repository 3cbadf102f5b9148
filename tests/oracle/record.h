// A recorded hand of no-limit hold'em as data: what was posted, dealt and done, and what the record says about each
// decision and the end. The readers (jsonl.h, phh.h) make it, replay.h plays it. It knows no rules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "cards/card.h"
#include "core/chips.h"

namespace baize::oracle {

using cards::Card;
using core::Chips;

/// Why a record can't be played: it speaks of something else than what Baize plays (skipped), or it is broken.
struct Refusal {
  enum class Kind { skipped, broken };
  Kind kind;
  std::string reason;
  std::string name;  // the record's, for people
};

template <class T>
using Read = tl::expected<T, Refusal>;

tl::unexpected<Refusal> skipped(std::string reason);
tl::unexpected<Refusal> broken(std::string reason);

/// One line of the PHH grammar (github.com/uoftcprg/phh-std). Players count from 0 here; "p1" in the text is 0.
struct Action {
  enum class Kind { deal_hole, deal_board, fold, check_or_call, raise_to, show_or_muck, nothing };
  Kind kind = Kind::fold;
  int player = 0;                          // of all kinds but deal_board and nothing (a comment)
  Chips amount;                            // raise_to: the total for the street
  std::vector<std::optional<Card>> cards;  // dealt or shown; nothing for "??"
  std::string text;                        // as recorded

  bool is_decision() const;
};

/// What the record says that the player may do before the action `at`.
struct Expectation {
  std::size_t at = 0;  // index into the actions
  int player = 0;
  Chips call;
  std::optional<Chips> min_raise_to;  // nothing: no raise is allowed
  std::optional<Chips> max_raise_to;
};

/// What was posted, by player: what was due, which a short stack may not have had.
struct Posts {
  std::vector<Chips> antes;   // the same for all, and part of the layers of the pots
  std::vector<Chips> dead;    // put in besides, for everybody to win: an ante for the table, a missed small blind
  std::vector<Chips> blinds;  // blinds, straddles and bets of who comes in
  Chips min_bet;              // of every street, and the least raise before the flop
  bool coming_in = false;     // somebody posts out of turn

  /// Small and big blind where they belong and the same ante for all: what a table posts by itself.
  bool plain() const;
};

/// The first player sits left of the button, the last on it; heads-up the button is the small blind.
struct Record {
  std::string name;  // for people: the file and the hand in it
  Posts posts;
  std::vector<Chips> stacks;         // before posting
  std::vector<bool> unknown_stacks;  // those that nobody wrote down and that are taken to be endless; may be empty
  std::vector<Card> second_board;    // the cards of the second board that differ from the first's, if it was run twice
  std::vector<Action> actions;
  std::optional<std::vector<Expectation>> expectations;  // in the order of actions, one for each decision
  std::optional<std::vector<double>> final_stacks;       // may hold split chips
  double rake = 0;                                       // what the house took, out of what the winners got
};

/// `read`, its refusal named.
Read<Record> named(Read<Record> read, std::string name);

/// Splits "AsKd??" in cards.
Read<std::vector<std::optional<Card>>> read_cards(std::string_view text);

/// `scale`: how many chips one unit of the record's money is.
Read<Action> read_action(std::string_view text, double scale);

/// A whole number of chips, or broken.
Read<Chips> to_chips(double amount, double scale);

}  // namespace baize::oracle
