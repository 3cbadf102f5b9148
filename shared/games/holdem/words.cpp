#include "games/holdem/words.h"

#include <algorithm>

#include "core/check.h"

namespace baize::games::holdem {
namespace {

using cards::HandClass;
using cards::HandDescription;
using narration::Language;
using narration::Names;
using narration::number;
using narration::Phrase;
using narration::rank_name;
using narration::rank_plural;
using narration::said;
using narration::say;
using narration::Style;

// --- hands ---

constexpr Phrase k_high_card{"holdem.hand.high-card", "{high} high"};
constexpr Phrase k_pair{"holdem.hand.pair", "a pair of {ranks}"};
constexpr Phrase k_two_pair{"holdem.hand.two-pair", "two pair, {ranks} and {seconds}"};
constexpr Phrase k_three{"holdem.hand.three", "three of a kind, {ranks}"};
constexpr Phrase k_straight{"holdem.hand.straight", "a straight, {high} high"};
constexpr Phrase k_flush{"holdem.hand.flush", "a flush, {high} high"};
constexpr Phrase k_full_house{"holdem.hand.full-house", "a full house, {ranks} full of {seconds}"};
constexpr Phrase k_four{"holdem.hand.four", "four of a kind, {ranks}"};
constexpr Phrase k_straight_flush{"holdem.hand.straight-flush", "a straight flush, {high} high"};
constexpr Phrase k_royal_flush{"holdem.hand.royal-flush", "a royal flush"};
constexpr Phrase k_kicker{"holdem.hand.kicker", ", {high} kicker"};

const Phrase& phrase_of(const HandDescription& hand) {
  switch (hand.hand_class) {
    case HandClass::high_card:
      return k_high_card;
    case HandClass::pair:
      return k_pair;
    case HandClass::two_pair:
      return k_two_pair;
    case HandClass::three_of_a_kind:
      return k_three;
    case HandClass::straight:
      return k_straight;
    case HandClass::flush:
      return k_flush;
    case HandClass::full_house:
      return k_full_house;
    case HandClass::four_of_a_kind:
      return k_four;
    case HandClass::straight_flush:
      break;
  }
  return hand.ranks[0] == cards::Rank::ace ? k_royal_flush : k_straight_flush;
}

// Where in HandDescription::ranks the kicker that people name stands; 0 if the class has none.
std::size_t kicker_at(HandClass hand_class) {
  switch (hand_class) {
    case HandClass::high_card:
    case HandClass::pair:
    case HandClass::three_of_a_kind:
    case HandClass::four_of_a_kind:
      return 1;
    case HandClass::two_pair:
      return 2;
    default:
      return 0;
  }
}

// Before the flop: a pair, or the higher card.
HandDescription describe_few(std::span<const Card> cards) {
  HandDescription hand;
  cards::Rank high = cards[0].rank();
  for (const Card card : cards) high = std::max(high, card.rank());
  for (std::size_t i = 0; i < cards.size(); ++i)
    for (std::size_t k = i + 1; k < cards.size(); ++k)
      if (cards[i].rank() == cards[k].rank()) return {HandClass::pair, {cards[i].rank()}};
  hand.ranks.push_back(high);
  return hand;
}

// --- events ---

constexpr Phrase k_hand_started{"holdem.hand-started", "Hand {hand}: {name} has the button",
                                "Hand {hand}: you have the button"};
constexpr std::array<Phrase, 7> k_posts{
    {{"holdem.post.ante", "{name} posts an ante of {amount}{all_in}", "You post an ante of {amount}{all_in}"},
     {"holdem.post.small", "{name} posts the small blind, {amount}{all_in}",
      "You post the small blind, {amount}{all_in}"},
     {"holdem.post.big", "{name} posts the big blind, {amount}{all_in}", "You post the big blind, {amount}{all_in}"},
     {"holdem.post.table-ante", "{name} posts the ante of the table, {amount}{all_in}",
      "You post the ante of the table, {amount}{all_in}"},
     {"holdem.post.missed", "{name} posts {amount} to come in{all_in}", "You post {amount} to come in{all_in}"},
     {"holdem.post.dead", "{name} posts a dead small blind of {amount}{all_in}",
      "You post a dead small blind of {amount}{all_in}"},
     {"holdem.post.straddle", "{name} straddles for {amount}{all_in}", "You straddle for {amount}{all_in}"}}};
constexpr Phrase k_dealt{"holdem.dealt", "{name} is dealt {cards}", "Your cards: {cards}"};
constexpr std::array<Phrase, 5> k_acts{
    {{"holdem.act.fold", "{name} folds{timed_out}", "You fold{timed_out}"},
     {"holdem.act.check", "{name} checks{timed_out}", "You check{timed_out}"},
     {"holdem.act.call", "{name} calls {amount}{all_in}", "You call {amount}{all_in}"},
     {"holdem.act.bet", "{name} bets {to}{all_in}", "You bet {to}{all_in}"},
     {"holdem.act.raise", "{name} raises to {to}{all_in}", "You raise to {to}{all_in}"}}};
constexpr Phrase k_all_in{"holdem.and-is-all-in", " and is all-in", " and are all-in"};
constexpr Phrase k_timed_out{"holdem.out-of-time", ", out of time"};
constexpr Phrase k_flop{"holdem.flop", "Flop: {cards}"};
constexpr Phrase k_turn{"holdem.turn", "Turn: {cards}"};
constexpr Phrase k_river{"holdem.river", "River: {cards}"};
constexpr Phrase k_second_flop{"holdem.second-flop", "Second flop: {cards}"};
constexpr Phrase k_second_turn{"holdem.second-turn", "Second turn: {cards}"};
constexpr Phrase k_second_river{"holdem.second-river", "Second river: {cards}"};
constexpr Phrase k_time_bank{"holdem.time-bank", "{name} uses the time bank: {seconds} s left",
                             "Your time bank is running: {seconds} s left"};
constexpr Phrase k_run_twice{"holdem.run-twice", "{name} wants to run it twice", "You want to run it twice"};
constexpr Phrase k_run_once{"holdem.run-once", "{name} wants to run it once", "You want to run it once"};
constexpr Phrase k_rabbit{"holdem.rabbit", "{name} hunts the rabbit: {cards}", "You hunt the rabbit: {cards}"};
constexpr Phrase k_level{"holdem.level", "Level {level}: blinds {small}/{big}{ante}"};
constexpr Phrase k_level_ante{"holdem.level-ante", ", ante {ante}"};
constexpr Phrase k_place{"holdem.place", "{name} finishes in {place} place{prize}",
                         "You finish in {place} place{prize}"};
constexpr Phrase k_winner{"holdem.winner", "{name} wins the sit-and-go{prize}", "You win the sit-and-go{prize}"};
constexpr Phrase k_prize{"holdem.prize", " and gets {amount}", " and get {amount}"};
constexpr std::array<Phrase, 10> k_ordinals{{{"holdem.ordinal.1", "1st"},
                                             {"holdem.ordinal.2", "2nd"},
                                             {"holdem.ordinal.3", "3rd"},
                                             {"holdem.ordinal.4", "4th"},
                                             {"holdem.ordinal.5", "5th"},
                                             {"holdem.ordinal.6", "6th"},
                                             {"holdem.ordinal.7", "7th"},
                                             {"holdem.ordinal.8", "8th"},
                                             {"holdem.ordinal.9", "9th"},
                                             {"holdem.ordinal.10", "10th"}}};
constexpr Phrase k_returned{"holdem.returned", "{amount} nobody called goes back to {name}",
                            "{amount} nobody called comes back to you"};
constexpr Phrase k_shown{"holdem.shown", "{name} shows {cards}", "You show {cards}"};
constexpr Phrase k_mucked{"holdem.mucked", "{name} mucks", "You muck"};
constexpr Phrase k_wins{"holdem.wins", "{name} wins {amount}", "You win {amount}"};
constexpr Phrase k_wins_side{"holdem.wins-side", "{name} wins {amount} of side pot {pot}",
                             "You win {amount} of side pot {pot}"};
constexpr Phrase k_with{"holdem.with", " with {hand}"};
constexpr Phrase k_on_second{"holdem.on-second", " on the second board"};
constexpr Phrase k_hand_ended{"holdem.hand-ended", "Hand {hand} is over"};
constexpr Phrase k_hand_void{"holdem.hand-void", "Hand {hand} is void: every chip goes back to where it was"};

std::string_view place_word(std::uint8_t place, const Language& language) {
  return language.text(k_ordinals.at(place - 1U), narration::Person::third);
}

std::string level_words(const LevelBegan& e, const Language& language) {
  const std::string ante =
      e.ante > Chips{0} ? said(k_level_ante, {{"ante", number(e.ante, language)}}, language) : std::string();
  return said(k_level,
              {{"level", number(std::int64_t{e.level}, language)},
               {"small", number(e.small_blind, language)},
               {"big", number(e.big_blind, language)},
               {"ante", ante}},
              language);
}

// Says one event to one reader.
struct Speaker {
  const Names& names;
  Style style;
  const Language& language;

  std::string told(const Phrase& phrase, Seat seat, std::initializer_list<narration::Part> parts) const {
    return said(phrase, parts, language, names.person(seat));
  }
  std::string cards(const Card* first, std::size_t count) const {
    return style == Style::spoken ? narration::card_names(first, count, language) : narration::card_signs(first, count);
  }
  std::string all_in(Seat seat, bool is) const { return is ? told(k_all_in, seat, {}) : std::string(); }

  std::string operator()(const HandStarted& e) const {
    return told(k_hand_started, e.button, {{"hand", number(e.hand, language)}, {"name", names[e.button]}});
  }
  std::string operator()(const Posted& e) const {
    if (style == Style::spoken && !e.all_in) return {};
    return told(
        k_posts[static_cast<std::size_t>(e.kind)], e.seat,
        {{"name", names[e.seat]}, {"amount", number(e.amount, language)}, {"all_in", all_in(e.seat, e.all_in)}});
  }
  std::string operator()(const Dealt& e) const {
    if (e.cards.empty()) return {};
    return told(k_dealt, e.seat, {{"name", names[e.seat]}, {"cards", cards(e.cards.begin(), e.cards.size())}});
  }
  std::string operator()(const Acted& e) const {
    const std::string late = e.timed_out ? said(k_timed_out, {}, language) : std::string();
    return told(k_acts[static_cast<std::size_t>(e.kind)], e.seat,
                {{"name", names[e.seat]},
                 {"amount", number(e.amount, language)},
                 {"to", number(e.to, language)},
                 {"all_in", all_in(e.seat, e.all_in)},
                 {"timed_out", late}});
  }
  std::string operator()(const BoardDealt& e) const {
    const bool second = e.board == 2;
    const Phrase& street = e.street == Street::flop   ? (second ? k_second_flop : k_flop)
                           : e.street == Street::turn ? (second ? k_second_turn : k_turn)
                                                      : (second ? k_second_river : k_river);
    return said(street, {{"cards", cards(e.cards.begin(), e.cards.size())}}, language);
  }
  std::string operator()(const Returned& e) const {
    return told(k_returned, e.seat, {{"name", names[e.seat]}, {"amount", number(e.amount, language)}});
  }
  std::string operator()(const Shown& e) const {
    return told(k_shown, e.seat, {{"name", names[e.seat]}, {"cards", cards(e.cards.begin(), e.cards.size())}});
  }
  std::string operator()(const Mucked& e) const { return told(k_mucked, e.seat, {{"name", names[e.seat]}}); }
  std::string operator()(const Awarded& e) const {
    std::string out = told(e.pot == 0 ? k_wins : k_wins_side, e.seat,
                           {{"name", names[e.seat]},
                            {"amount", number(e.amount, language)},
                            {"pot", number(std::int64_t{e.pot}, language)}});
    if (e.board == 2) say(out, k_on_second, {}, language);
    if (!e.hand.empty())
      say(out, k_with, {{"hand", hand_words({e.hand.begin(), e.hand.size()}, Kickers::left_out, language)}}, language);
    return out;
  }
  std::string operator()(const TimeBankOpened& e) const {
    return told(k_time_bank, e.seat, {{"name", names[e.seat]}, {"seconds", number(e.left_ms / 1000, language)}});
  }
  std::string operator()(const RunTwiceAnswered& e) const {
    return told(e.yes ? k_run_twice : k_run_once, e.seat, {{"name", names[e.seat]}});
  }
  std::string operator()(const RabbitShown& e) const {
    return told(k_rabbit, e.seat, {{"name", names[e.seat]}, {"cards", cards(e.cards.begin(), e.cards.size())}});
  }
  std::string operator()(const LevelBegan& e) const { return level_words(e, language); }
  std::string operator()(const PlaceTaken& e) const {
    const std::string prize =
        e.prize > Chips{0} ? told(k_prize, e.seat, {{"amount", number(e.prize, language)}}) : std::string();
    return told(e.place == 1 ? k_winner : k_place, e.seat,
                {{"name", names[e.seat]}, {"place", place_word(e.place, language)}, {"prize", prize}});
  }
  std::string operator()(const HandEnded& e) const {
    if (!e.voided && style == Style::spoken) return {};
    return said(e.voided ? k_hand_void : k_hand_ended, {{"hand", number(e.hand, language)}}, language);
  }
};

// --- the own seat ---

constexpr Phrase k_to_call{"holdem.turn.call", "Your turn: {amount} to call"};
constexpr Phrase k_to_check{"holdem.turn.check", "Your turn: check or bet"};
constexpr Phrase k_to_check_or_raise{"holdem.turn.option", "Your turn: check or raise"};
constexpr Phrase k_to_run{"holdem.turn.run", "All-in: shall the rest of the board be dealt once or twice?"};
constexpr Phrase k_to_come_in{"holdem.turn.come-in", "Post to be dealt in, or wait for the big blind"};
constexpr Phrase k_comes_in{"holdem.turn.comes-in", "You post and are dealt in as soon as your seat can be"};
constexpr Phrase k_tournament{"holdem.tournament", "Level {level} · {small}/{big}{ante}{next}"};
constexpr Phrase k_next_now{"holdem.tournament.next-now", " · higher with the next hand"};
constexpr Phrase k_next_hands{"holdem.tournament.next-hands", " · higher in {hands} hands"};
constexpr Phrase k_next_minutes{"holdem.tournament.next-minutes", " · higher in {minutes} min"};
constexpr Phrase k_place_taken{"holdem.place-taken", "{place} place"};
constexpr Phrase k_place_paid{"holdem.place-paid", "{place}, {amount}"};
constexpr Phrase k_waiting{"holdem.turn.other", "Waiting for {name}"};

constexpr std::array<Phrase, 5> k_action_words{{{"holdem.word.fold", "Fold"},
                                                {"holdem.word.check", "Check"},
                                                {"holdem.word.call", "Call"},
                                                {"holdem.word.bet", "Bet"},
                                                {"holdem.word.raise", "Raise"}}};
constexpr Phrase k_all_in_word{"holdem.word.all-in", "All-in"};

}  // namespace

std::string hand_words(const HandDescription& hand, Kickers kickers, const Language& language) {
  core::check(!hand.ranks.empty(), "a described hand has a rank");
  const cards::Rank second = hand.ranks.size() > 1 ? hand.ranks[1] : hand.ranks[0];
  std::string out = said(phrase_of(hand),
                         {{"high", rank_name(hand.ranks[0], language)},
                          {"ranks", rank_plural(hand.ranks[0], language)},
                          {"seconds", rank_plural(second, language)}},
                         language);
  const std::size_t at = kicker_at(hand.hand_class);
  if (kickers == Kickers::named && at != 0 && at < hand.ranks.size())
    say(out, k_kicker, {{"high", rank_name(hand.ranks[at], language)}}, language);
  return out;
}

std::string hand_words(std::span<const Card> cards, Kickers kickers, const Language& language) {
  if (cards.empty()) return {};
  if (cards.size() < 5) return hand_words(describe_few(cards), kickers, language);
  return hand_words(cards::describe(cards::evaluate(cards)), kickers, language);
}

std::string words(const Event& event, const Names& names, Style style, const Language& language) {
  return std::visit(Speaker{names, style, language}, event);
}

std::string status(const Public& shared, const Private* own, const Names& names, const Language& language) {
  if (!shared.to_act) return {};
  if (own != nullptr && names.reader() != shared.to_act)
    for (const Legal& legal : own->legal) {
      if (std::holds_alternative<LegalPostBlind>(legal)) return said(k_to_come_in, {}, language);
      if (std::holds_alternative<LegalWaitForBlind>(legal)) return said(k_comes_in, {}, language);
    }
  if (own != nullptr && names.reader() == shared.to_act && shared.run_out == RunOut::asking)
    return said(k_to_run, {}, language);
  if (own == nullptr || names.reader() != shared.to_act)
    return said(k_waiting, {{"name", names[*shared.to_act]}}, language);
  for (const Legal& legal : own->legal)
    if (const auto* call = std::get_if<LegalCall>(&legal))
      return said(k_to_call, {{"amount", number(call->amount, language)}}, language);
  return said(shared.current_bet > Chips{0} ? k_to_check_or_raise : k_to_check, {}, language);
}

std::string tournament_words(const TournamentView& one, const Language& language) {
  const std::string ante =
      one.ante > Chips{0} ? said(k_level_ante, {{"ante", number(one.ante, language)}}, language) : std::string();
  const bool by_time = one.next_level_ms > 0;
  const std::string next =
      by_time ? said(k_next_minutes, {{"minutes", number((one.next_level_ms + 59'999) / 60'000, language)}}, language)
      : one.next_level_hands > 0
          ? said(k_next_hands, {{"hands", number(std::int64_t{one.next_level_hands} + 1, language)}}, language)
          : said(k_next_now, {}, language);
  return said(k_tournament,
              {{"level", number(std::int64_t{one.level}, language)},
               {"small", number(one.small_blind, language)},
               {"big", number(one.big_blind, language)},
               {"ante", ante},
               {"next", next}},
              language);
}

std::string place_words(const PlaceView& one, const Language& language) {
  const std::string_view place = place_word(one.place, language);
  if (one.prize == Chips{0}) return said(k_place_taken, {{"place", place}}, language);
  return said(k_place_paid, {{"place", place}, {"amount", number(one.prize, language)}}, language);
}

std::optional<GameNotice> notice(const Event& event, Viewer viewer, const Language& language) {
  if (const auto* level = std::get_if<LevelBegan>(&event))
    return GameNotice{GameNotice::Kind::blinds_up, level_words(*level, language)};
  const auto* bank = std::get_if<TimeBankOpened>(&event);
  if (bank == nullptr || viewer != bank->seat) return std::nullopt;
  return GameNotice{GameNotice::Kind::time_low, said(k_time_bank, {{"seconds", number(bank->left_ms / 1000, language)}},
                                                     language, narration::Person::second)};
}

std::string_view action_word(ActKind kind, bool all_in, const Language& language) {
  const bool chips = kind == ActKind::call || kind == ActKind::bet || kind == ActKind::raise;
  return language.text(all_in && chips ? k_all_in_word : k_action_words[static_cast<std::size_t>(kind)],
                       narration::Person::third);
}

}  // namespace baize::games::holdem
