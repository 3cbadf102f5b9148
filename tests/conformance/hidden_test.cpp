// What nobody may learn from any game: no view and no event tells a hidden thing.
#include <bit>

#include "conformance/every_game.h"

namespace baize::games::conformance {
namespace {

template <class G>
class HiddenInEveryGame : public EveryGame<G> {};

TYPED_TEST_SUITE(HiddenInEveryGame, Games);

TYPED_TEST(HiddenInEveryGame, shows_a_viewer_the_same_whatever_is_hidden_from_it) {
  using G = TypeParam;
  int different = 0;
  this->play([&](auto& play, const auto&, const auto& step) {
    for (const Viewer viewer : viewers<G>()) {
      const auto other = G::resample(step.state, viewer, play.entropy());
      ASSERT_EQ(G::check(other), "");
      ASSERT_EQ(view_text<G>(other, viewer), view_text<G>(step.state, viewer));
      different += !(other == step.state);
    }
  });
  EXPECT_GT(different, 100) << "a resample that changes nothing proves nothing";
}

// A resample that leaves most of what is hidden where it is would let the others pass. Some cards can lie nowhere else:
// who did not follow suit has none of it.
TYPED_TEST(HiddenInEveryGame, draws_again_what_a_viewer_does_not_see) {
  using G = TypeParam;
  if (!G::audit(typename G::Settings{})) return;
  int hidden = 0;
  int stuck = 0;
  this->play([&](auto& play, const auto&, const auto& step) {
    if (play.below(8) != 0 || G::deck(step.state) == nullptr) return;
    const cards::Deck deck = *G::deck(step.state);
    const Viewer viewer = play.below(4) == 0 ? Viewer{} : Viewer(play.any_seat());
    std::uint64_t same = ~G::seen(step.state, viewer) & ((std::uint64_t{1} << cards::Card::k_count) - 1);
    hidden += std::popcount(same);
    for (int i = 0; i < 8; ++i) {
      const auto other = G::resample(step.state, viewer, play.entropy());
      for (std::size_t at = 0; at < cards::Card::k_count; ++at)
        if ((*G::deck(other))[at] != deck[at]) same &= ~cards::position_bit(at);
    }
    stuck += std::popcount(same);
  });
  EXPECT_GT(hidden, 1000);
  EXPECT_LT(stuck * 50, hidden);
}

TYPED_TEST(HiddenInEveryGame, tells_by_events_no_card_that_the_view_after_them_does_not_hold) {
  using G = TypeParam;
  int told = 0;
  this->play([&](const auto&, const auto&, const auto& step) {
    for (const Viewer viewer : viewers<G>()) {
      const auto visible = cards_in(view_text<G>(step.state, viewer));
      for (const auto& event : step.events) {
        const auto shown = G::shown(event, viewer);
        if (!shown) continue;
        for (const std::string& card : cards_in(core::to_json(*shown))) {
          ASSERT_TRUE(visible.contains(card)) << card << " in " << core::to_json(*shown);
          ++told;
        }
      }
    }
  });
  EXPECT_GT(told, 100);
}

TYPED_TEST(HiddenInEveryGame, calls_seen_exactly_those_positions_whose_cards_the_views_show) {
  using G = TypeParam;
  if (!G::audit(typename G::Settings{})) return;
  int shown = 0;
  this->play([&](auto& play, const auto&, const auto& step) {
    const cards::Deck* deck = G::deck(step.state);
    for (const Viewer viewer : viewers<G>()) {
      const std::uint64_t seen = G::seen(step.state, viewer);
      std::set<std::string> cards;
      for (std::size_t i = 0; i < cards::Card::k_count; ++i)
        if ((seen >> i & 1) != 0) {
          ASSERT_TRUE(deck != nullptr);
          cards.emplace(to_text((*deck)[i]));
        }
      ASSERT_EQ(cards_in(view_text<G>(step.state, viewer)), cards);
      ASSERT_EQ(G::seen(G::resample(step.state, viewer, play.entropy()), viewer), seen);
      shown += static_cast<int>(cards.size());
    }
  });
  EXPECT_GT(shown, 100);
}

TYPED_TEST(HiddenInEveryGame, places_every_card_that_a_view_shows_where_it_lies_in_the_deck) {
  using G = TypeParam;
  if (!G::audit(typename G::Settings{})) return;
  this->play([](const auto&, const auto&, const auto& step) {
    for (const Viewer viewer : viewers<G>()) {
      const auto own = viewer ? G::view(step.state, *viewer) : typename G::Private{};
      std::uint64_t placed = 0;
      for (const cards::Placed& one : G::placed(G::view(step.state), own, viewer)) {
        std::uint64_t at = 0;
        for (std::size_t i = 0; i < cards::Card::k_count; ++i)
          if ((*G::deck(step.state))[i] == one.card) at = cards::position_bit(i);
        ASSERT_NE(at & one.positions, 0u) << to_text(one.card);
        placed |= at;
      }
      ASSERT_EQ(placed, G::seen(step.state, viewer));
    }
  });
}

}  // namespace
}  // namespace baize::games::conformance
