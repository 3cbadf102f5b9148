// Hold'em in words: hands, events for the live region and for the activity log, and what the own seat is asked. Tells
// what the events and views that it is given tell and nothing more: filter them through Game::shown first.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>

#include "cards/evaluator.h"
#include "games/contract.h"
#include "games/holdem/events.h"
#include "games/holdem/settings.h"
#include "games/holdem/views.h"
#include "narration/words.h"

namespace baize::games::holdem {

enum class Kickers { left_out, named };

// "two pair, aces and fours, king kicker", "a pair of sixes", "a straight, five high", "a royal flush".
std::string hand_words(const cards::HandDescription& hand, Kickers kickers,
                       const narration::Language& language = narration::english());
// The same of the best five of five to seven cards; of fewer the pair that two of them make or their highest card; ""
// for none.
std::string hand_words(std::span<const Card> cards, Kickers kickers,
                       const narration::Language& language = narration::english());

// One sentence without its full stop: "Ann raises to 200", "You win 340 with two pair, aces and fours". Empty where
// there is nothing to tell: cards dealt to others, and in spoken style the blinds and a hand's end.
std::string words(const Event& event, const narration::Names& names, narration::Style style,
                  const narration::Language& language = narration::english());

// What the viewer's seat should know now: "Your turn: 50 to call", "Waiting for Bob"; empty between hands.
std::string status(const Public& shared, const Private* own, const narration::Names& names,
                   const narration::Language& language = narration::english());

// "Level 2 · 10/20 · higher in 4 hands".
std::string tournament_words(const TournamentView& one, const narration::Language& language = narration::english());
// "3rd place", "1st, 195".
std::string place_words(const PlaceView& one, const narration::Language& language = narration::english());

// What the viewer should notice at once, even in another window.
std::optional<GameNotice> notice(const Event& event, Viewer viewer,
                                 const narration::Language& language = narration::english());

// "Call", "Raise", ..: the last action beside a seat.
std::string_view action_word(ActKind kind, bool all_in, const narration::Language& language = narration::english());

// Chips are all that is counted.
inline ScoreSheet score_sheet(const Public&) { return {}; }

}  // namespace baize::games::holdem
