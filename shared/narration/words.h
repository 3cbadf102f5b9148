// Words for numbers, cards, durations, lists and the people at a table, in a language. Used by every game's words and
// by the labels of pictures. Knows no game.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cards/card.h"
#include "core/chips.h"
#include "core/ids.h"
#include "core/time.h"
#include "narration/phrase.h"

namespace baize::narration {

using core::Chips;
using core::Seat;
using core::TimeMs;

// "1,500", "-20".
std::string number(std::int64_t value, const Language& language = english());
std::string number(Chips amount, const Language& language = english());
// For little room: "950", "12.5k", "3.2M"; exact below 10,000, cut (never rounded up) above.
std::string short_number(Chips amount, const Language& language = english());

// "ace", "aces", "spades", "ace of spades".
std::string_view rank_name(cards::Rank rank, const Language& language = english());
std::string_view rank_plural(cards::Rank rank, const Language& language = english());
std::string_view suit_name(cards::Suit suit, const Language& language = english());
std::string card_name(cards::Card card, const Language& language = english());
// "A♠", and "A♠ K♦" for several.
std::string card_sign(cards::Card card);
std::string card_signs(const cards::Card* cards, std::size_t count);
// "ace of spades and king of diamonds".
std::string card_names(const cards::Card* cards, std::size_t count, const Language& language = english());

// "a", "a and b", "a, b and c".
std::string list(const std::vector<std::string>& items, const Language& language = english());

// "45 seconds", "1 minute", "2 minutes 5 seconds", "3 hours"; whole seconds, cut.
std::string duration(TimeMs length, const Language& language = english());

// Its first letter as a capital, if it is a letter of ASCII.
std::string sentence_case(std::string text);

// For the ear (a screen reader's live region: what matters, cards in words) or for the eye (an activity log:
// everything, cards as signs).
enum class Style { spoken, written };

// The people at a table by seat, and which of them is the reader.
class Names {
 public:
  Names() = default;
  void set(Seat seat, std::string name);
  void set_reader(std::optional<Seat> seat) { reader_ = seat; }

  // Their name; "Seat 4" (counted from one, as people count) where nobody is known.
  std::string operator[](Seat seat) const;
  std::optional<Seat> reader() const { return reader_; }
  // second if the reader sits there.
  Person person(Seat seat) const { return reader_ == seat ? Person::second : Person::third; }

 private:
  std::array<std::string, core::k_max_seats> names_;
  std::optional<Seat> reader_;
};

}  // namespace baize::narration
