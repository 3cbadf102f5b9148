// Nommie in words: trumps, events for the live region and for the activity log, and what the own seat is asked. Tells
// what the events and views that it is given tell and nothing more: filter them through Game::shown first.
#pragma once

#include <optional>
#include <string>

#include "games/contract.h"
#include "games/nommie/events.h"
#include "games/nommie/views.h"
#include "narration/words.h"

namespace baize::games::nommie {

// "spades", "no trumps".
std::string_view trump_name(Trump trump, const narration::Language& language = narration::english());
// "♠", "NT".
std::string_view trump_sign(Trump trump);

// One sentence without its full stop: "Ann bids 3", "You take the trick: 1 of 2". Empty where there is nothing to tell:
// cards dealt to others, and a round's end after its score.
std::string words(const Event& event, const narration::Names& names, narration::Style style,
                  const narration::Language& language = narration::english());

// What the viewer's seat should know now: "Your turn: follow with hearts", "Waiting for Bob"; empty between rounds.
std::string status(const Public& shared, const Private* own, const narration::Names& names,
                   const narration::Language& language = narration::english());

// Nothing in Nommie has to be noticed but the turn, which the table tells.
std::optional<GameNotice> notice(const Event& event, Viewer viewer,
                                 const narration::Language& language = narration::english());

// The game so far: a line a round that is over.
games::ScoreSheet score_sheet(const Public& shared);

}  // namespace baize::games::nommie
