// A playing card as a value of one byte, with its rank, suit and text form ("As"). Everything that deals, shows or
// ranks cards uses it; codecs send it as its text or as its index. It never knows a game: no trumps, no values.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace baize::cards {

/// Low to high, so that ranks compare; aces are high.
enum class Rank : std::uint8_t { two, three, four, five, six, seven, eight, nine, ten, jack, queen, king, ace };

enum class Suit : std::uint8_t { clubs, diamonds, hearts, spades };

inline constexpr std::uint8_t k_rank_count = 13;
inline constexpr std::uint8_t k_suit_count = 4;

/// The letters of the text form, by rank and by suit.
inline constexpr std::string_view k_rank_letters = "23456789TJQKA";
inline constexpr std::string_view k_suit_letters = "cdhs";

/// One of the 52 cards. There is no "no card": where one may be missing, use std::optional. Default: the two of clubs.
class Card {
 public:
  static constexpr std::uint8_t k_count = 52;

  constexpr Card() = default;
  constexpr Card(Rank rank, Suit suit)
      : index_(static_cast<std::uint8_t>(static_cast<unsigned>(rank) * k_suit_count + static_cast<unsigned>(suit))) {}

  static constexpr bool is_index(std::uint64_t index) { return index < k_count; }

  /// `index` = rank * 4 + suit, 0 .. 51; anything else aborts. Check foreign bytes with is_index first.
  static constexpr Card from_index(std::uint64_t index) {
    if (!is_index(index)) std::abort();
    Card card;
    card.index_ = static_cast<std::uint8_t>(index);
    return card;
  }

  constexpr std::uint8_t index() const { return index_; }
  constexpr Rank rank() const { return static_cast<Rank>(index_ / k_suit_count); }
  constexpr Suit suit() const { return static_cast<Suit>(index_ % k_suit_count); }

  /// By rank, then by suit (clubs lowest): an order for sorting and maps, not a rule of any game.
  friend constexpr auto operator<=>(Card, Card) = default;

 private:
  std::uint8_t index_ = 0;
};

constexpr char letter(Rank rank) { return k_rank_letters[static_cast<std::size_t>(rank)]; }
constexpr char letter(Suit suit) { return k_suit_letters[static_cast<std::size_t>(suit)]; }

constexpr std::optional<Rank> rank_from_letter(char c) {
  const std::size_t at = k_rank_letters.find(c);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<Rank>(at);
}

constexpr std::optional<Suit> suit_from_letter(char c) {
  const std::size_t at = k_suit_letters.find(c);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<Suit>(at);
}

namespace detail {
inline constexpr auto k_card_texts = [] {
  std::array<char, 2 * Card::k_count> texts{};
  for (std::size_t i = 0; i < Card::k_count; ++i) {
    const Card card = Card::from_index(i);
    texts[2 * i] = letter(card.rank());
    texts[2 * i + 1] = letter(card.suit());
  }
  return texts;
}();
}  // namespace detail

/// Rank, then suit: "As", "Td". The view is of static storage.
constexpr std::string_view to_text(Card card) {
  return {detail::k_card_texts.data() + 2 * std::size_t{card.index()}, 2};
}

/// The exact form that to_text gives ("As"; not "as", "10d" or " As"); nothing for any other text.
constexpr std::optional<Card> card_from_text(std::string_view text) {
  if (text.size() != 2) return std::nullopt;
  const std::optional<Rank> rank = rank_from_letter(text[0]);
  const std::optional<Suit> suit = suit_from_letter(text[1]);
  if (!rank || !suit) return std::nullopt;
  return Card(*rank, *suit);
}

/// The names by which the codecs of shared/core find the text and byte forms.
constexpr bool parse_text(std::string_view text, Card& card) {
  const std::optional<Card> found = card_from_text(text);
  if (found) card = *found;
  return found.has_value();
}
constexpr std::uint8_t to_byte(Card card) { return card.index(); }
constexpr bool parse_byte(std::uint8_t byte, Card& card) {
  if (!Card::is_index(byte)) return false;
  card = Card::from_index(byte);
  return true;
}

namespace literals {
/// "As"_card; a text that is no card aborts (or does not compile, where a constant is needed).
constexpr Card operator""_card(const char* text, std::size_t size) {
  const std::optional<Card> card = card_from_text({text, size});
  if (!card) std::abort();
  return *card;
}
}  // namespace literals

}  // namespace baize::cards
