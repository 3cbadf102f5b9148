#include "narration/words.h"

namespace baize::narration {
namespace {

constexpr std::array<Phrase, cards::k_rank_count> k_ranks{{{"rank.two", "two"},
                                                           {"rank.three", "three"},
                                                           {"rank.four", "four"},
                                                           {"rank.five", "five"},
                                                           {"rank.six", "six"},
                                                           {"rank.seven", "seven"},
                                                           {"rank.eight", "eight"},
                                                           {"rank.nine", "nine"},
                                                           {"rank.ten", "ten"},
                                                           {"rank.jack", "jack"},
                                                           {"rank.queen", "queen"},
                                                           {"rank.king", "king"},
                                                           {"rank.ace", "ace"}}};
constexpr std::array<Phrase, cards::k_rank_count> k_ranks_plural{{{"ranks.two", "twos"},
                                                                  {"ranks.three", "threes"},
                                                                  {"ranks.four", "fours"},
                                                                  {"ranks.five", "fives"},
                                                                  {"ranks.six", "sixes"},
                                                                  {"ranks.seven", "sevens"},
                                                                  {"ranks.eight", "eights"},
                                                                  {"ranks.nine", "nines"},
                                                                  {"ranks.ten", "tens"},
                                                                  {"ranks.jack", "jacks"},
                                                                  {"ranks.queen", "queens"},
                                                                  {"ranks.king", "kings"},
                                                                  {"ranks.ace", "aces"}}};
constexpr std::array<Phrase, cards::k_suit_count> k_suits{
    {{"suit.clubs", "clubs"}, {"suit.diamonds", "diamonds"}, {"suit.hearts", "hearts"}, {"suit.spades", "spades"}}};
constexpr std::array<std::string_view, cards::k_suit_count> k_suit_signs{"♣", "♦", "♥", "♠"};
constexpr Phrase k_card{"card", "{rank} of {suit}"};
constexpr Phrase k_unnamed_seat{"seat", "Seat {number}"};

struct Unit {
  TimeMs ms;
  Phrase one;
  Phrase many;
};
constexpr std::array<Unit, 3> k_units{
    {{3'600'000, {"duration.hour", "1 hour"}, {"duration.hours", "{count} hours"}},
     {60'000, {"duration.minute", "1 minute"}, {"duration.minutes", "{count} minutes"}},
     {1'000, {"duration.second", "1 second"}, {"duration.seconds", "{count} seconds"}}}};

// With one figure behind the point unless it is 0, cut: 12,599 in thousands is "12.5".
std::string cut(std::int64_t value, std::int64_t unit, const Language& language) {
  std::string out = number(value / unit, language);
  if (const std::int64_t tenth = value % unit / (unit / 10); tenth != 0) {
    out += language.thousands() == "." ? ',' : '.';
    out += static_cast<char>('0' + tenth);
  }
  return out;
}

}  // namespace

std::string number(std::int64_t value, const Language& language) {
  // The magnitude as unsigned, so that the smallest integer has one.
  const std::string digits =
      std::to_string(value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
  std::string out(value < 0 ? "-" : "");
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += language.thousands();
    out += digits[i];
  }
  return out;
}

std::string number(Chips amount, const Language& language) { return number(amount.count, language); }

std::string short_number(Chips amount, const Language& language) {
  const std::int64_t n = amount.count;
  if (n < 10'000) return number(n, language);
  if (n < 1'000'000) return cut(n, 1'000, language) + "k";
  if (n < 1'000'000'000) return cut(n, 1'000'000, language) + "M";
  return cut(n, 1'000'000'000, language) + "B";
}

std::string_view rank_name(cards::Rank rank, const Language& language) {
  return language.text(k_ranks[static_cast<std::size_t>(rank)], Person::third);
}
std::string_view rank_plural(cards::Rank rank, const Language& language) {
  return language.text(k_ranks_plural[static_cast<std::size_t>(rank)], Person::third);
}
std::string_view suit_name(cards::Suit suit, const Language& language) {
  return language.text(k_suits[static_cast<std::size_t>(suit)], Person::third);
}

std::string card_name(cards::Card card, const Language& language) {
  return said(k_card, {{"rank", rank_name(card.rank(), language)}, {"suit", suit_name(card.suit(), language)}},
              language);
}

std::string card_sign(cards::Card card) {
  std::string out = card.rank() == cards::Rank::ten ? "10" : std::string(1, letter(card.rank()));
  out += k_suit_signs[static_cast<std::size_t>(card.suit())];
  return out;
}

std::string card_signs(const cards::Card* cards, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    out += card_sign(cards[i]);
  }
  return out;
}

std::string card_names(const cards::Card* cards, std::size_t count, const Language& language) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(card_name(cards[i], language));
  return list(names, language);
}

std::string list(const std::vector<std::string>& items, const Language& language) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? language.conjunction() : std::string_view(", ");
    out += items[i];
  }
  return out;
}

std::string duration(TimeMs length, const Language& language) {
  std::string out;
  int named = 0;
  for (const Unit& unit : k_units) {
    const TimeMs count = length / unit.ms;
    length %= unit.ms;
    const bool last = unit.ms == k_units.back().ms;
    if (count <= 0 && !(last && named == 0)) continue;
    if (++named > 2) break;
    if (!out.empty()) out += ' ';
    say(out, count == 1 ? unit.one : unit.many, {{"count", number(count, language)}}, language);
  }
  return out;
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void Names::set(Seat seat, std::string name) { names_.at(static_cast<std::size_t>(seat)) = std::move(name); }

std::string Names::operator[](Seat seat) const {
  if (seat >= 0 && static_cast<std::size_t>(seat) < names_.size() && !names_[static_cast<std::size_t>(seat)].empty())
    return names_[static_cast<std::size_t>(seat)];
  return said(k_unnamed_seat, {{"number", std::to_string(int{seat} + 1)}});
}

}  // namespace baize::narration
