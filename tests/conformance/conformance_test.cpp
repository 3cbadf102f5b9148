// What every registered game promises by the contract, as properties of random play.
#include <set>

#include "conformance/random_play.h"
#include "core/binary.h"
#include "core/json_read.h"
#include "core/json_write.h"

namespace baize::games::conformance {
namespace {

constexpr std::uint8_t k_plays = 12;
constexpr int k_steps = 250;

template <class G>
class EveryGame : public ::testing::Test {
 protected:
  // `visit(play, the state before, the step)` for each step of some random plays.
  template <class Visit>
  void play(Visit&& visit) {
    for (std::uint8_t seed = 0; seed < k_plays && !this->HasFatalFailure(); ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      RandomPlay<G> play(seed);
      for (int i = 0; i < k_steps && !this->HasFailure(); ++i) {
        const auto before = play.state();
        const auto step = play.next();
        visit(play, before, step);
      }
    }
  }
};

template <class G>
std::vector<Viewer> viewers() {
  std::vector<Viewer> all{std::nullopt};
  for (Seat seat = 0; seat < G::k_max_seats; ++seat) all.emplace_back(seat);
  return all;
}

template <class G>
std::string view_text(const typename G::State& state, Viewer viewer) {
  std::string text = core::to_json(G::view(state));
  if (viewer) text += core::to_json(G::view(state, *viewer));
  return text;
}

template <class T>
void survives(const T& value) {
  const auto by_json = core::from_json_text<T>(core::to_json(value));
  ASSERT_TRUE(by_json) << by_json.error().message;
  EXPECT_EQ(*by_json, value);
  const auto by_bytes = core::from_binary<T>(core::to_binary(value));
  ASSERT_TRUE(by_bytes) << by_bytes.error().message;
  EXPECT_EQ(*by_bytes, value);
}

// Every card that a JSON text names.
std::set<std::string> cards_in(const std::string& json) {
  std::set<std::string> found;
  for (std::size_t i = 0; i + 3 < json.size(); ++i)
    if (json[i] == '"' && json[i + 3] == '"' && cards::card_from_text(std::string_view(json).substr(i + 1, 2)))
      found.insert(json.substr(i + 1, 2));
  return found;
}

using Games = boost::mp11::mp_rename<Registered, ::testing::Types>;
TYPED_TEST_SUITE(EveryGame, Games);

TYPED_TEST(EveryGame, keeps_its_invariants_and_its_chips_in_random_play) {
  using G = TypeParam;
  this->play([](const auto& play, const auto&, const auto& step) {
    ASSERT_EQ(G::check(step.state), "");
    if (G::running(step.state)) return;
    Chips stacks;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) stacks += G::stack(step.state, seat);
    ASSERT_EQ(stacks, play.bought_in());
  });
}

TYPED_TEST(EveryGame, lets_somebody_decide_while_a_deal_runs_and_nobody_else) {
  using G = TypeParam;
  this->play([](const auto&, const auto&, const auto& step) {
    ASSERT_EQ(G::to_act(step.state).has_value(), G::running(step.state));
    if (const auto seat = G::to_act(step.state)) {
      ASSERT_TRUE(G::bound(step.state, *seat));
    }
  });
}

TYPED_TEST(EveryGame, counts_decisions_and_deals_upwards) {
  using G = TypeParam;
  this->play([](const auto&, const auto& before, const auto& step) {
    ASSERT_GE(G::decision(step.state), G::decision(before));
    ASSERT_GE(G::deal_number(step.state), G::deal_number(before));
    if (G::to_act(before) != G::to_act(step.state)) {
      ASSERT_GT(G::decision(step.state), G::decision(before));
    }
  });
}

TYPED_TEST(EveryGame, applies_exactly_the_moves_that_the_private_view_admits) {
  using G = TypeParam;
  int admitted = 0;
  this->play([&](auto& play, const auto&, const auto&) {
    const auto state = play.state();
    for (int i = 0; i < 10; ++i) {
      const Seat seat = G::to_act(state) && play.below(2) == 0 ? *G::to_act(state) : play.any_seat();
      const auto move = play.any();
      if (!move) continue;
      const bool may = G::admissible(G::view(state, seat), *move).has_value();
      const auto outcome = G::apply(state, seat, *move, 0);
      ASSERT_EQ(may, outcome.has_value()) << core::to_json(*move);
      ASSERT_TRUE(outcome || !outcome.error().message.empty()) << "a refusal says what to do";
      admitted += may;
    }
    ASSERT_EQ(play.state(), state) << "applying changes nothing but its outcome";
  });
  EXPECT_GT(admitted, 100);
}

TYPED_TEST(EveryGame, offers_nothing_to_decide_to_those_whose_turn_it_is_not) {
  using G = TypeParam;
  this->play([](auto& play, const auto&, const auto& step) {
    if (!G::running(step.state)) return;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
      if (seat == G::to_act(step.state)) continue;
      const auto move = play.offered(seat);
      // Who is no part of the deal may say how to come in.
      ASSERT_TRUE(!move || (!G::bound(step.state, seat) && G::standing(*move)));
    }
  });
}

TYPED_TEST(EveryGame, has_one_primary_control_for_who_is_to_act) {
  using G = TypeParam;
  this->play([](const auto&, const auto&, const auto& step) {
    const auto seat = G::to_act(step.state);
    if (!seat) return;
    const auto controls = G::controls(G::view(step.state), G::view(step.state, *seat));
    ASSERT_FALSE(controls.empty());
    ASSERT_TRUE(controls[0].primary);
    for (const Control& one : controls) {
      ASSERT_FALSE(one.label.empty());
      for (std::size_t i = 1; i < one.presets.size(); ++i) ASSERT_LT(one.presets[i - 1].amount, one.presets[i].amount);
      for (const Preset& preset : one.presets) ASSERT_TRUE(preset.amount >= one.min && preset.amount <= one.max);
    }
  });
}

TYPED_TEST(EveryGame, makes_of_what_was_decided_in_advance_a_legal_move_or_none) {
  using G = TypeParam;
  int offered = 0;
  int carried_out = 0;
  std::array<std::set<std::string>, G::k_max_seats> decided;
  this->play([&](const auto&, const auto&, const auto& step) {
    const auto shared = G::view(step.state);
    for (Seat seat = 0; seat < G::k_max_seats; ++seat) {
      const auto own = G::view(step.state, seat);
      auto& ids = decided[static_cast<std::size_t>(seat)];
      const auto offers = G::pre_actions(shared, own, seat);
      ASSERT_TRUE(offers.empty() || (G::running(step.state) && G::to_act(step.state) != seat));
      for (const PreAction& one : offers) ids.insert(one.id);
      offered += static_cast<int>(offers.size());
      if (G::to_act(step.state) != seat) continue;
      for (const std::string& id : ids) {
        const auto move = G::pre_decided(shared, own, id);
        ASSERT_TRUE(!move || (G::admissible(own, *move) && !G::standing(*move))) << id;
        carried_out += move.has_value();
      }
      ASSERT_FALSE(G::pre_decided(shared, own, "dance"));
    }
  });
  EXPECT_EQ(carried_out > 0, offered > 0);
}

TYPED_TEST(EveryGame, survives_json_and_binary_with_all_its_values) {
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

TYPED_TEST(EveryGame, gives_the_same_states_when_its_log_is_played_again) {
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

TYPED_TEST(EveryGame, shows_a_viewer_the_same_whatever_is_hidden_from_it) {
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

TYPED_TEST(EveryGame, tells_by_events_no_card_that_the_view_after_them_does_not_hold) {
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

TYPED_TEST(EveryGame, calls_seen_exactly_those_positions_whose_cards_the_views_show) {
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

TYPED_TEST(EveryGame, places_every_card_that_a_view_shows_where_it_lies_in_the_deck) {
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

TYPED_TEST(EveryGame, deals_in_none_but_those_whom_it_may) {
  using G = TypeParam;
  RandomPlay<G> play(3);
  int kept_out = 0;
  for (int i = 0; i < 8000; ++i) {
    play.next();
    const auto seats = static_cast<SeatMask>(play.below(1024));
    const auto dealt = G::deal(play.state(), play.entropy(), seats);
    ASSERT_EQ(dealt.has_value(), G::can_deal(play.state(), seats));
    if (!dealt) kept_out += G::can_deal(play.state());
    if (!dealt) continue;
    for (Seat seat = 0; seat < G::k_max_seats; ++seat)
      if ((seats & seat_bit(seat)) == 0) {
        ASSERT_FALSE(G::running(dealt->state) && G::bound(dealt->state, seat));
        kept_out += G::can_deal(play.state(), seats | seat_bit(seat));
      }
  }
  EXPECT_GT(kept_out, 100);
}

TYPED_TEST(EveryGame, ends_a_deal_when_everybody_has_gone) {
  using G = TypeParam;
  // Where bots stand in, the table lets them move: the deal waits for it.
  if (G::k_stand_ins) return;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    auto state = play.state();
    for (Seat seat = 0; seat < G::k_max_seats; ++seat)
      if (auto step = G::set_absent(state, seat, true)) state = step->state;
    EXPECT_FALSE(G::running(state));
    EXPECT_EQ(G::check(state), "");
  }
}

TYPED_TEST(EveryGame, ends_a_deal_when_every_clock_runs_out) {
  using G = TypeParam;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    auto state = play.state();
    for (int i = 0; i < 5000 && G::running(state); ++i) {
      const auto step = G::on_timeout(state, 30'000);
      ASSERT_TRUE(step);
      state = step->state;
    }
    EXPECT_FALSE(G::running(state));
    EXPECT_FALSE(G::on_timeout(state, 30'000)) << "nobody's clock runs between deals";
  }
}

TYPED_TEST(EveryGame, puts_every_chip_back_when_a_deal_is_void) {
  using G = TypeParam;
  for (std::uint8_t seed = 0; seed < k_plays; ++seed) {
    RandomPlay<G> play(seed);
    play.deal();
    play.finish_deal();
    while (!G::can_deal(play.state())) play.next();
    const auto begun = G::deal(play.state(), play.entropy(), k_all_seats);
    ASSERT_TRUE(begun);
    if (!G::running(begun->state)) continue;
    auto state = begun->state;
    for (int i = 0; i < 5 && G::running(state); ++i) {
      const auto before = state;
      const auto seat = *G::to_act(state);
      const auto move = G::choose(G::view(state), G::view(state, seat), seat, Strength::easy, play.entropy());
      const auto step = G::apply(state, seat, move, 0);
      ASSERT_TRUE(step);
      state = G::running(step->state) ? step->state : before;
    }
    const auto undone = G::void_deal(state);
    EXPECT_FALSE(G::running(undone.state));
    EXPECT_EQ(G::check(undone.state), "");
    for (Seat seat = 0; seat < G::k_max_seats; ++seat)
      EXPECT_EQ(G::stack(undone.state, seat), G::stack(play.state(), seat));
  }
}

TYPED_TEST(EveryGame, begins_anew_with_the_same_chips_and_counters_that_go_on) {
  using G = TypeParam;
  RandomPlay<G> play(1);
  for (int deals = 0; deals < 3; ++deals) play.deal();
  play.finish_deal();
  const auto anew = G::begun_anew(play.state());
  EXPECT_EQ(G::check(anew), "");
  EXPECT_EQ(G::deal_number(anew), G::deal_number(play.state()));
  EXPECT_GT(G::decision(anew), G::decision(play.state()));
  for (Seat seat = 0; seat < G::k_max_seats; ++seat) EXPECT_EQ(G::stack(anew, seat), G::stack(play.state(), seat));
}

TYPED_TEST(EveryGame, bots_make_the_same_legal_move_from_the_same_entropy) {
  using G = TypeParam;
  RandomPlay<G> play(2);
  for (int i = 0; i < 60; ++i) {
    play.next();
    const auto seat = G::to_act(play.state());
    if (!seat) continue;
    const auto shared = G::view(play.state());
    const auto own = G::view(play.state(), *seat);
    for (const Strength strength : {Strength::easy, Strength::medium, Strength::hard}) {
      const core::Entropy entropy = play.entropy();
      const auto move = G::choose(shared, own, *seat, strength, entropy);
      EXPECT_TRUE(G::admissible(own, move));
      EXPECT_EQ(move, G::choose(shared, own, *seat, strength, entropy));
    }
  }
}

// Settings that fit, drawn from their descriptions: switches and choices at random, numbers as they are or doubled.
template <class G>
typename G::Settings some_settings(cards::Keystream& chance) {
  for (;;) {
    core::Json json = core::Json::parse(core::to_json(typename G::Settings{}));
    for (const SettingDescription& one : G::describe_settings()) {
      if (one.type == SettingType::boolean) json[one.name] = chance.below(2) == 0;
      if (one.type == SettingType::choice)
        json[one.name] = one.choices[chance.below(static_cast<std::uint32_t>(one.choices.size()))].value;
      const bool number = one.type == SettingType::integer || one.type == SettingType::chips;
      if (number && chance.below(4) == 0) json[one.name] = std::min(one.max, std::max(one.min, one.default_ * 2));
    }
    const auto settings = core::from_json<typename G::Settings>(json);
    if (settings && G::check_settings(*settings)) return *settings;
  }
}

TYPED_TEST(EveryGame, keeps_its_promises_under_any_settings_that_fit) {
  using G = TypeParam;
  cards::Keystream chance(core::Entropy{{0x5e, 0x77}});
  for (std::uint8_t seed = 0; seed < 40 && !this->HasFailure(); ++seed) {
    const auto settings = some_settings<G>(chance);
    SCOPED_TRACE("seed " + std::to_string(seed) + " " + core::to_json(settings));
    RandomPlay<G> play(seed, settings);
    for (int i = 0; i < k_steps && !this->HasFatalFailure(); ++i) {
      const auto step = play.next();
      ASSERT_EQ(G::check(step.state), "");
      ASSERT_EQ(G::to_act(step.state).has_value(), G::running(step.state));
      const Viewer viewer(play.any_seat());
      const auto other = G::resample(step.state, viewer, play.entropy());
      ASSERT_EQ(view_text<G>(other, viewer), view_text<G>(step.state, viewer));
      if (G::running(step.state)) continue;
      Chips worth;
      for (Seat seat = 0; seat < G::k_max_seats; ++seat) worth += G::worth(step.state, seat);
      ASSERT_EQ(worth, play.bought_in());
    }
  }
}

TYPED_TEST(EveryGame, describes_its_settings_with_their_defaults_and_accepts_them) {
  using G = TypeParam;
  const typename G::Settings defaults;
  EXPECT_TRUE(G::check_settings(defaults));
  const core::Json json = core::Json::parse(core::to_json(defaults));
  for (const SettingDescription& one : G::describe_settings()) {
    ASSERT_TRUE(json.contains(one.name)) << one.name;
    EXPECT_FALSE(one.label.empty());
    if (json[one.name].is_number_integer()) {
      EXPECT_EQ(json[one.name].template get<std::int64_t>(), one.default_) << one.name;
      EXPECT_TRUE(one.min <= one.default_ && one.default_ <= one.max) << one.name;
    }
  }
}

}  // namespace
}  // namespace baize::games::conformance
