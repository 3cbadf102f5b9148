// The deck that deals what a record says was dealt, for the positions of games/holdem/layout.h. Cards that the record
// hides are filled in so that they change nothing: a hand that was given up unseen gets the weakest cards left.
#pragma once

#include "cards/deck.h"
#include "record.h"

namespace baize::oracle {

/// Broken if a card is dealt twice, a player gets more than two cards or the board more than five.
Read<cards::Deck> forced_deck(const Record& record);

}  // namespace baize::oracle
