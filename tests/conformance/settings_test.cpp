// The settings of every game: described as they are, and what holds under any of them.
#include "conformance/every_game.h"
#include "core/json_read.h"

namespace baize::games::conformance {
namespace {

template <class G>
class SettingsOfEveryGame : public EveryGame<G> {};

TYPED_TEST_SUITE(SettingsOfEveryGame, Games);

TYPED_TEST(SettingsOfEveryGame, describes_its_settings_with_their_defaults_and_accepts_them) {
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

TYPED_TEST(SettingsOfEveryGame, keeps_its_promises_under_any_settings_that_fit) {
  using G = TypeParam;
  cards::Keystream chance(core::Entropy{{0x5e, 0x77}});
  for (std::uint8_t seed = 0; seed < 24 && !this->HasFailure(); ++seed) {
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

}  // namespace
}  // namespace baize::games::conformance
