// Four players and written-out rounds: hands as text, seat by seat, bids and cards in the order in which they come.
// Everything goes through the game's own functions; a refusal that a test does not expect fails it.
#pragma once

#include <gtest/gtest.h>

#include <sstream>

#include "games/nommie/game.h"

namespace baize::games::nommie {

inline std::vector<Card> cards_of(const std::string& text) {
  std::vector<Card> cards;
  std::istringstream in(text);
  for (std::string one; in >> one;) cards.push_back(cards::card_from_text(one).value());
  return cards;
}

// A deck that gives the four seats these cards in the round with this dealer, and whatever is left behind them.
inline cards::Deck deck_with(Seat dealer, const BySeat<std::string>& hands) {
  std::array<std::optional<Card>, Card::k_count> places;
  std::uint64_t used = 0;
  for (Seat seat = 0; seat < k_seats; ++seat) {
    const auto cards = cards_of(hands[static_cast<std::size_t>(seat)]);
    for (std::size_t i = 0; i < cards.size(); ++i) {
      places[layout::card(dealer, seat, i)] = cards[i];
      used |= std::uint64_t{1} << cards[i].index();
    }
  }
  cards::Deck deck;
  std::size_t next = 0;
  for (std::size_t i = 0; i < deck.size(); ++i) {
    while (!places[i] && (used >> next & 1) != 0) ++next;
    deck[i] = places[i] ? *places[i] : Card::from_index(next++);
  }
  return deck;
}

// The first `count` rounds of a game, in which seat 0 took all tricks. `bids` of all of them.
inline ScoreSheet rounds_behind(int count, const BySeat<std::uint8_t>& bids = {1, 1, 1, 2}) {
  ScoreSheet sheet;
  for (int round = 1; round <= count; ++round) {
    RoundScore one;
    one.round = static_cast<std::uint8_t>(round);
    one.hand_size = static_cast<std::uint8_t>(hand_size_of(round));
    one.dealer = dealer_of(round);
    one.bids = bids;
    one.tricks[0] = one.hand_size;
    int sum = 0;
    for (const std::uint8_t bid : bids) sum += bid;
    if (sum == one.hand_size) ++one.bids[3];
    for (std::size_t i = 0; i < k_seats; ++i)
      one.points[i] = static_cast<std::uint8_t>(points_of(one.bids[i], one.tricks[i]));
    sheet.push_back(one);
  }
  return sheet;
}

class Four {
 public:
  Four() : state(Game::seated(ScoreSheet{})) {}
  explicit Four(const ScoreSheet& finished) : state(Game::seated(finished)) {}

  void deal(const BySeat<std::string>& hands) {
    take(Game::deal_forced(state, deck_with(dealer_of(static_cast<int>(state.finished.size()) + 1), hands)));
  }
  void deal() { take(Game::deal(state, Entropy{{std::uint8_t(state.deal), 7}})); }
  // The next bids, in order.
  void bid(std::initializer_list<int> bids) {
    for (const int one : bids) move(Bid{one});
  }
  void name(Trump trump) { move(NameTrump{trump}); }
  // The next cards, in order, whoever plays them.
  void play(const std::string& cards) {
    for (const Card card : cards_of(cards)) move(PlayCard{card});
  }
  void move(const Move& move) { take(Game::apply(state, state.to_act.value(), move, {})); }
  // By bots, to the end of the round.
  void finish(Strength strength = Strength::easy) {
    while (Game::running(state)) {
      const Seat seat = state.to_act.value();
      move(Game::choose(Game::view(state), Game::view(state, seat), seat, strength,
                        Entropy{{std::uint8_t(state.decision), std::uint8_t(state.decision >> 8)}}));
    }
  }

  // Why it is refused; malformed if it isn't.
  core::Error refusal(const Move& move) const { return refusal(state.to_act.value(), move); }
  core::Error refusal(Seat seat, const Move& move) const {
    const auto step = Game::apply(state, seat, move, {});
    EXPECT_FALSE(step);
    return step ? core::Error{} : step.error();
  }

  Public shared() const { return Game::view(state); }
  Private own(Seat seat) const { return Game::view(state, seat); }
  template <class L>
  L legal() const {
    const Private mine = own(state.to_act.value());
    const L* found = offered<L>(mine);
    EXPECT_TRUE(found != nullptr);
    return found == nullptr ? L{} : *found;
  }
  std::string playable() const {
    std::string text;
    for (const Card card : legal<LegalPlay>().cards) text += (text.empty() ? "" : " ") + std::string(to_text(card));
    return text;
  }
  template <class E>
  std::vector<E> events() const {
    std::vector<E> found;
    for (const Event& event : all)
      if (const auto* one = std::get_if<E>(&event)) found.push_back(*one);
    return found;
  }

  State state;
  std::vector<Event> all;

 private:
  void take(const Result<Step<Game>>& step) {
    ASSERT_TRUE(step) << step.error().message;
    state = step->state;
    for (const Event& event : step->events) all.push_back(event);
    ASSERT_EQ(Game::check(state), "");
  }
};

}  // namespace baize::games::nommie
