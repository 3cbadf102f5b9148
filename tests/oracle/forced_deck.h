// The deck that deals what a record says was dealt, for the positions of games/holdem/layout.h. Cards that the record
// hides are filled in so that they change nothing: a hand that was given up unseen gets the weakest cards left, one
// that is known to have won the strongest.
#pragma once

#include "cards/deck.h"
#include "record.h"

namespace baize::oracle {

/// `winners`: by player, whose hidden hands won; may be empty. Broken if a card is dealt twice, a player gets more than
/// two cards or the board more than five.
Read<cards::Deck> forced_deck(const Record& record, const std::vector<bool>& winners);

/// By player, whether the record leaves some of the hand hidden; and whether it hides some of the board's cards.
std::vector<bool> hidden_hands(const Record& record);

}  // namespace baize::oracle
