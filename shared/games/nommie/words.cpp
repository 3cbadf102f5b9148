#include "games/nommie/words.h"

#include "games/nommie/tricks.h"

namespace baize::games::nommie {
namespace {

using narration::Language;
using narration::Names;
using narration::number;
using narration::Phrase;
using narration::said;
using narration::Style;

constexpr Phrase k_no_trumps{"nommie.no-trumps", "no trumps"};

// --- events ---

constexpr Phrase k_started{"nommie.round-started", "Round {round} of {rounds}, {cards} cards: {name} deals",
                           "Round {round} of {rounds}, {cards} cards: you deal"};
constexpr Phrase k_dealt{"nommie.dealt", "{name} is dealt {cards}", "Your cards: {cards}"};
constexpr Phrase k_bids{"nommie.bids", "{name} bids {bid}{late}", "You bid {bid}{late}"};
constexpr Phrase k_names{"nommie.names", "{name} names {trump}{late}", "You name {trump}{late}"};
constexpr Phrase k_plays{"nommie.plays", "{name} plays {card}{late}", "You play {card}{late}"};
constexpr Phrase k_plays_the{"nommie.plays-the", "{name} plays the {card}{late}", "You play the {card}{late}"};
constexpr Phrase k_takes{"nommie.takes", "{name} takes the trick: {tricks} of {bid}",
                         "You take the trick: {tricks} of {bid}"};
constexpr Phrase k_late{"nommie.out-of-time", ", out of time"};
constexpr Phrase k_scored{"nommie.scored", "Round {round}: {points}"};
constexpr Phrase k_made{"nommie.made", "{name} +{points} (made {bid})", "you +{points} (made {bid})"};
constexpr Phrase k_missed{"nommie.missed", "{name} +{points} ({tricks}, bid {bid})",
                          "you +{points} ({tricks}, bid {bid})"};
constexpr Phrase k_wins{"nommie.wins", "{name} wins the game with {score} points",
                        "You win the game with {score} points"};
constexpr Phrase k_shared_win{"nommie.shared-win", "{names} win the game with {score} points each"};
constexpr Phrase k_you{"nommie.you", "you"};
constexpr Phrase k_void{"nommie.round-void", "Round {round} is void and will be dealt again"};

// Says one event to one reader.
struct Speaker {
  const Names& names;
  Style style;
  const Language& language;

  std::string told(const Phrase& phrase, Seat seat, std::initializer_list<narration::Part> parts) const {
    return said(phrase, parts, language, names.person(seat));
  }
  std::string late(bool is) const { return is ? said(k_late, {}, language) : std::string(); }
  std::string count(std::int64_t value) const { return number(value, language); }

  std::string operator()(const RoundStarted& e) const {
    return told(k_started, e.dealer,
                {{"round", count(e.round)},
                 {"rounds", count(k_rounds)},
                 {"cards", count(e.hand_size)},
                 {"name", names[e.dealer]}});
  }
  std::string operator()(const Dealt& e) const {
    if (e.cards.empty()) return {};
    const std::string cards = style == Style::spoken ? narration::card_names(e.cards.begin(), e.cards.size(), language)
                                                     : narration::card_signs(e.cards.begin(), e.cards.size());
    return told(k_dealt, e.seat, {{"name", names[e.seat]}, {"cards", cards}});
  }
  std::string operator()(const BidMade& e) const {
    return told(k_bids, e.seat, {{"name", names[e.seat]}, {"bid", count(e.bid)}, {"late", late(e.timed_out)}});
  }
  std::string operator()(const TrumpNamed& e) const {
    return told(k_names, e.seat,
                {{"name", names[e.seat]}, {"trump", trump_name(e.trump, language)}, {"late", late(e.timed_out)}});
  }
  std::string operator()(const CardPlayed& e) const {
    const bool spoken = style == Style::spoken;
    const std::string card = spoken ? narration::card_name(e.card, language) : narration::card_sign(e.card);
    return told(spoken ? k_plays_the : k_plays, e.seat,
                {{"name", names[e.seat]}, {"card", card}, {"late", late(e.timed_out)}});
  }
  std::string operator()(const TrickWon& e) const {
    return told(k_takes, e.seat, {{"name", names[e.seat]}, {"tricks", count(e.tricks)}, {"bid", count(e.bid)}});
  }
  std::string operator()(const RoundScored& e) const {
    std::vector<std::string> all;
    for (Seat seat = 0; seat < k_seats; ++seat) {
      const auto i = static_cast<std::size_t>(seat);
      const bool made = e.score.bids[i] == e.score.tricks[i];
      all.push_back(told(made ? k_made : k_missed, seat,
                         {{"name", names[seat]},
                          {"points", count(e.score.points[i])},
                          {"tricks", count(e.score.tricks[i])},
                          {"bid", count(e.score.bids[i])}}));
    }
    return said(k_scored, {{"round", count(e.score.round)}, {"points", narration::list(all, language)}}, language);
  }
  std::string operator()(const GameWon& e) const {
    if (e.winners.size() == 1)
      return told(k_wins, e.winners[0], {{"name", names[e.winners[0]]}, {"score", count(e.score)}});
    std::vector<std::string> all;
    for (const Seat seat : e.winners) all.push_back(names.reader() == seat ? said(k_you, {}, language) : names[seat]);
    return narration::sentence_case(
        said(k_shared_win, {{"names", narration::list(all, language)}, {"score", count(e.score)}}, language));
  }
  std::string operator()(const RoundEnded& e) const {
    if (!e.voided) return {};
    return said(k_void, {{"round", count(e.round)}}, language);
  }
};

// --- the own seat ---

constexpr Phrase k_to_bid{"nommie.turn.bid", "Your turn: bid {min} to {max}{but}"};
constexpr Phrase k_but{"nommie.turn.but", ", not {bids}"};
constexpr Phrase k_or{"nommie.turn.or", "{one} or {other}"};
constexpr Phrase k_to_name{"nommie.turn.trump", "Your bid is the highest: name trumps"};
constexpr Phrase k_to_lead{"nommie.turn.lead", "Your turn: lead any card"};
constexpr Phrase k_to_follow{"nommie.turn.follow", "Your turn: follow with {suit}"};
constexpr Phrase k_to_play{"nommie.turn.play", "Your turn: you have no {suit}, play any card"};
constexpr Phrase k_waiting{"nommie.turn.other", "Waiting for {name}"};

std::string bid_status(const LegalBid& legal, const Language& language) {
  const auto count = [&](std::int32_t n) { return number(n, language); };
  std::string but;
  if (legal.forbidden.size() == 1) but = count(legal.forbidden[0]);
  if (legal.forbidden.size() == 2)
    but = said(k_or, {{"one", count(legal.forbidden[0])}, {"other", count(legal.forbidden[1])}}, language);
  if (!but.empty()) but = said(k_but, {{"bids", but}}, language);
  return said(k_to_bid, {{"min", count(legal.min)}, {"max", count(legal.max)}, {"but", but}}, language);
}

std::string play_status(const Public& shared, const LegalPlay& legal, const Language& language) {
  if (shared.current_trick.empty()) return said(k_to_lead, {}, language);
  const Suit led = shared.current_trick[0].card.suit();
  const bool follows = holds({legal.cards.begin(), legal.cards.size()}, led);
  return said(follows ? k_to_follow : k_to_play, {{"suit", narration::suit_name(led, language)}}, language);
}

}  // namespace

std::string_view trump_name(Trump trump, const Language& language) {
  if (trump == Trump::no_trumps) return language.text(k_no_trumps, narration::Person::third);
  return narration::suit_name(static_cast<Suit>(trump), language);
}

std::string_view trump_sign(Trump trump) {
  constexpr std::array<std::string_view, 5> k_signs{"♣", "♦", "♥", "♠", "NT"};
  return k_signs[static_cast<std::size_t>(trump)];
}

std::string words(const Event& event, const Names& names, Style style, const Language& language) {
  return std::visit(Speaker{names, style, language}, event);
}

std::string status(const Public& shared, const Private* own, const Names& names, const Language& language) {
  if (!shared.to_act) return {};
  if (own != nullptr && names.reader() == shared.to_act) {
    if (const auto* bid = offered<LegalBid>(*own)) return bid_status(*bid, language);
    if (offered<LegalTrump>(*own) != nullptr) return said(k_to_name, {}, language);
    if (const auto* play = offered<LegalPlay>(*own)) return play_status(shared, *play, language);
  }
  return said(k_waiting, {{"name", names[*shared.to_act]}}, language);
}

std::optional<GameNotice> notice(const Event&, Viewer, const Language&) { return std::nullopt; }

}  // namespace baize::games::nommie
