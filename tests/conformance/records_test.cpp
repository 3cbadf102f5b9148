// What every game leaves behind: values that survive being stored, a log that gives the same states again, and deals
// that can be told again.
#include <span>

#include "conformance/every_game.h"
#include "core/binary.h"
#include "core/json_read.h"

namespace baize::games::conformance {
namespace {

template <class G>
class RecordsOfEveryGame : public EveryGame<G> {};

TYPED_TEST_SUITE(RecordsOfEveryGame, Games);

template <class T>
void survives(const T& value) {
  const auto by_json = core::from_json_text<T>(core::to_json(value));
  ASSERT_TRUE(by_json) << by_json.error().message;
  EXPECT_EQ(*by_json, value);
  const auto by_bytes = core::from_binary<T>(core::to_binary(value));
  ASSERT_TRUE(by_bytes) << by_bytes.error().message;
  EXPECT_EQ(*by_bytes, value);
}

TYPED_TEST(RecordsOfEveryGame, survive_json_and_binary) {
  using G = TypeParam;
  this->play([](auto& play, const auto&, const auto& step) {
    if (play.below(8) != 0) return;
    survives(step.state);
    survives(G::view(step.state));
    survives(G::view(step.state, play.any_seat()));
    for (const auto& event : step.events) survives(event);
    if (const auto seat = G::to_act(step.state))
      if (const auto move = play.offered(*seat)) survives(*move);
  });
}

TYPED_TEST(RecordsOfEveryGame, give_the_same_states_when_the_log_is_played_again) {
  using G = TypeParam;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    std::vector<std::string> states;
    for (int i = 0; i < k_steps; ++i) states.push_back(core::to_binary(play.next().state));
    auto state = play.start();
    ASSERT_EQ(play.log().size(), states.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
      const auto step = play.log()[i](state);
      ASSERT_TRUE(step);
      state = step->state;
      ASSERT_EQ(core::to_binary(state), states[i]);
    }
  }
}

// What the table knows of the deal that began in this state.
template <class G>
DealFacts facts_of(const typename G::State& before, Viewer reader) {
  DealFacts facts;
  facts.table = "Friday";
  facts.seat_count = G::k_max_seats;
  facts.names.set_reader(reader);
  for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
    facts.names.set(seat, "Player " + std::to_string(seat));
    facts.stacks[static_cast<std::size_t>(seat)] = G::stack(before, seat);
  }
  return facts;
}

// The deal as it is told again from what somebody was shown of it: no step shows a card that was not shown by then.
template <class G>
void tell_again(std::span<const typename G::Event> events, const DealFacts& facts) {
  const typename G::Settings settings;
  std::size_t last = 0;
  for (const ReplayStep& one : replay_steps(facts, events)) {
    ASSERT_TRUE(one.events > last && one.events <= events.size());
    ASSERT_FALSE(one.words.empty());
    last = one.events;
  }
  ASSERT_GT(last, 0u);
  std::set<std::string> shown;
  for (std::size_t count = 0; count <= events.size(); ++count) {
    if (count > 0) shown.merge(cards_in(core::to_json(events[count - 1])));
    const auto at = replayed(settings, facts, events, count);
    for (const std::string& card : cards_in(core::to_json(at.shared) + core::to_json(at.own)))
      ASSERT_TRUE(shown.contains(card)) << card << " after " << count << " events";
  }
  ASSERT_FALSE(history(settings, facts, events, HistoryForm::text).empty());
}

TYPED_TEST(RecordsOfEveryGame, tell_a_deal_again_from_what_was_shown_of_it) {
  using G = TypeParam;
  RandomPlay<G> play(9);
  for (int deals = 0; deals < 12 && !this->HasFailure(); ++deals) {
    play.finish_deal();
    auto before = play.state();
    std::vector<typename G::Event> events;
    while (events.empty() || G::running(play.state())) {
      if (!G::running(play.state())) before = play.state();
      const auto step = play.next();
      if (G::deal_number(play.state()) > G::deal_number(before))
        events.insert(events.end(), step.events.begin(), step.events.end());
    }
    const DealSummary all = summary(std::span<const typename G::Event>(events));
    ASSERT_EQ(all.number, G::deal_number(play.state()));
    ASSERT_TRUE(all.over);
    ASSERT_FALSE(all.players.empty());
    for (const Viewer viewer : viewers<G>()) {
      std::vector<typename G::Event> shown;
      for (const auto& event : events)
        if (auto one = G::shown(event, viewer)) shown.push_back(*one);
      tell_again<G>(shown, facts_of<G>(before, viewer));
    }
  }
}

TYPED_TEST(RecordsOfEveryGame, put_what_happens_in_sentences_without_a_full_stop) {
  using G = TypeParam;
  int sentences = 0;
  this->play([&](const auto& play, const auto&, const auto& step) {
    const DealFacts facts = facts_of<G>(play.start(), Seat{0});
    for (const auto& event : step.events)
      for (const auto style : {narration::Style::spoken, narration::Style::written}) {
        const std::string said = words(event, facts.names, style);
        if (said.empty()) continue;
        ASSERT_TRUE(said.back() != '.' && said.find('\n') == std::string::npos) << said;
        ++sentences;
      }
  });
  EXPECT_GT(sentences, 100);
}

}  // namespace
}  // namespace baize::games::conformance
