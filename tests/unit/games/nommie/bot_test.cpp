#include "games/dice.h"
#include "games/nommie/bot/deals.h"
#include "games/nommie/bot/estimate.h"
#include "unit/games/nommie/four.h"

namespace baize::games::nommie {
namespace {

// Any legal move where there is no strength.
using Side = std::optional<Strength>;

Move any_move(const Private& own, Dice& dice) {
  const auto one_of = [&](const auto& all) { return all[dice.below(static_cast<std::uint32_t>(all.size()))]; };
  if (const auto* trump = offered<LegalTrump>(own)) return NameTrump{one_of(trump->trumps)};
  if (const auto* play = offered<LegalPlay>(own)) return PlayCard{one_of(play->cards)};
  std::vector<Bid> open;
  for (std::int32_t bid = 0; bid <= offered<LegalBid>(own)->max; ++bid)
    if (Game::admissible(own, Bid{bid})) open.push_back(Bid{bid});
  return one_of(open);
}

// Points of seats 0 and 2, whom the first side plays, and of 1 and 3 after so many games.
std::array<int, 2> points_after(int games, Side first, Side second) {
  std::array<int, 2> points{};
  Dice dice(Entropy{{7, 26}});
  Four four;
  for (int deal = 0; deal < games * k_rounds; ++deal) {
    four.deal();
    for (std::uint8_t n = 0; Game::running(four.state); ++n) {
      const Seat seat = *four.state.to_act;
      const Side side = seat % 2 == 0 ? first : second;
      four.move(side ? Game::choose(four.shared(), four.own(seat), seat, *side, Entropy{{n, std::uint8_t(deal)}})
                     : any_move(four.own(seat), dice));
    }
    if (!four.state.finished.full()) continue;
    const Scores scores = four.shared().scores;
    for (std::size_t i = 0; i < k_seats; ++i) points[i % 2] += scores[i];
  }
  return points;
}

TEST(NommieBot, of_every_strength_plays_clearly_better_than_random) {
  for (const Strength strength : {Strength::easy, Strength::medium, Strength::hard}) {
    const auto points = points_after(strength == Strength::hard ? 1 : 10, strength, std::nullopt);
    EXPECT_GT(2 * points[0], 3 * points[1]) << core::enum_name(strength) << ' ' << points[0] << ':' << points[1];
  }
}

TEST(NommieBot, is_stronger_the_stronger_it_is_said_to_be) {
  const auto medium = points_after(20, Strength::medium, Strength::easy);
  EXPECT_GT(medium[0], medium[1]);
  const auto hard = points_after(1, Strength::hard, Strength::medium);
  EXPECT_GT(hard[0], hard[1]);
}

TEST(NommieBot, throws_a_high_card_under_a_higher_one_once_it_has_its_bid) {
  Four four(rounds_behind(11));
  four.deal({"As 2d", "Ks 3s", "Qh 4d", "Jh 5d"});
  four.bid({1, 0, 0, 0});
  four.name(Trump::no_trumps);
  four.play("As");
  EXPECT_EQ(Game::choose(four.shared(), four.own(1), 1, Strength::medium, {}), Move(PlayCard{cards_of("Ks")[0]}));
}

TEST(NommieBot, takes_what_nobody_can_beat_while_it_needs_every_trick) {
  Four four(rounds_behind(11));
  four.deal({"2s 2d", "As 3d", "Qs 4d", "Js 5d"});
  four.bid({1, 2, 0, 0});
  four.name(Trump::diamonds);
  four.play("2s");
  EXPECT_EQ(Game::choose(four.shared(), four.own(1), 1, Strength::medium, {}), Move(PlayCard{cards_of("As")[0]}));
}

Suits hand_of(const std::string& text) {
  Suits hand{};
  for (const Card card : cards_of(text)) add(hand, card);
  return hand;
}

TEST(NommieBot, counts_the_highest_trump_as_a_whole_trick_in_every_round) {
  for (int size = 2; size <= 13; ++size)
    EXPECT_EQ(worth(hand_of("As"), size, Trump::spades, all_cards()), 100) << size << " cards";
}

TEST(NommieBot, likes_its_longest_and_highest_suit_for_trumps) {
  EXPECT_EQ(best_trump(hand_of("Ah Kh 9h 7h 2h 4c 3d"), 7).trump, Trump::hearts);
}

TEST(NommieBot, imagines_only_deals_that_fit_what_was_seen) {
  Four four;
  four.deal();
  Dice dice(Entropy{{3}});
  int shown_void = 0;
  for (std::uint8_t n = 0; Game::running(four.state); ++n) {
    const Seat seat = *four.state.to_act;
    const Public shared = four.shared();
    const Board board = Knowledge(shared, four.own(seat), seat).imagine(dice);
    const auto voids = voids_shown({shared.tricks.begin(), shared.tricks.size()}, shared.current_trick);
    for (Seat one = 0; one < k_seats; ++one) {
      const auto i = static_cast<std::size_t>(one);
      EXPECT_EQ(count(board.hands[i]), cards_left(shared, one));
      for (std::size_t suit = 0; suit < cards::k_suit_count; ++suit) {
        EXPECT_EQ(board.hands[i][suit] & ~board.out[suit], 0) << "a card that was played";
        for (std::size_t other = 0; other < i; ++other) EXPECT_EQ(board.hands[i][suit] & board.hands[other][suit], 0);
        if ((voids[i] >> suit & 1) == 0) continue;
        ++shown_void;
        EXPECT_EQ(board.hands[i][suit], 0) << "a suit that it did not follow";
      }
    }
    four.move(Game::choose(shared, four.own(seat), seat, Strength::easy, Entropy{{n}}));
  }
  EXPECT_GT(shown_void, 10);
}

}  // namespace
}  // namespace baize::games::nommie
