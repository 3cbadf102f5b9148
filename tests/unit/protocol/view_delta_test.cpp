#include "protocol/view_delta.h"

#include <gtest/gtest.h>

#include "core/json_write.h"
#include "protocol/binary_end.h"
#include "unit/protocol/random_evening.h"

namespace baize::protocol {
namespace {

using core::Json;

// One viewer with its reader, and what the server keeps of it.
struct Viewer {
  Uuid uuid;
  std::unique_ptr<ClientEnd> reader{};
  table::ViewerView shown{};
};

std::string whole_frame(const table::GameView& view, Wire wire) {
  return encode_update(encode_public(view.shared.value, wire), view.shared.value.version, view.viewer, 5, wire);
}

std::string delta_frame(PublicDelta& delta, const UpdateEnds& ends, TimeMs now, Wire wire) {
  const TimeMs from = wire == Wire::cereal ? delta.at() : 0;
  return ends.head + encode_clock(now - from, wire) + *delta.in(wire) + ends.tail;
}

std::optional<GameEvent> event_for(const table::State& before, const table::Outcome& outcome, const Uuid& uuid) {
  for (auto& message : consequences(before, outcome, uuid))
    if (auto* event = std::get_if<GameEvent>(&message)) return std::move(*event);
  return std::nullopt;
}

struct Weighed {
  std::size_t bytes = 0;
  std::size_t frames = 0;
  std::size_t longer_than_the_view = 0;
  // Those of actions that neither begin nor end a deal.
  std::size_t bytes_within_deals = 0;
  std::size_t frames_within_deals = 0;
};

bool within_a_deal(const table::State& before, const table::State& after) {
  return games::running(before.game) && games::running(after.game) &&
         games::deal_number(before.game) == games::deal_number(after.game);
}

// Every viewer's delta of every step of some evenings, made, sent and read.
class EveryDelta {
 public:
  EveryDelta(const std::string& game, Wire wire) : game_(game), wire_(wire) {}

  Weighed run(int evenings, int steps) {
    for (int seed = 0; seed < evenings && !::testing::Test::HasFailure(); ++seed) {
      RandomEvening evening(game_, static_cast<std::uint8_t>(seed));
      begin(evening);
      for (int i = 0; i < steps && !::testing::Test::HasFailure(); ++i) step(evening);
    }
    return weighed_;
  }

 private:
  void begin(const RandomEvening& evening) {
    viewers_.clear();
    for (int i = 0; i <= evening.seats(); ++i)
      viewers_.push_back({i < evening.seats() ? RandomEvening::person(i) : Uuid(), {}, {}});
    for (Viewer& one : viewers_) {
      if (wire_ == Wire::json)
        one.reader = std::make_unique<JsonEnd>();
      else
        one.reader = std::make_unique<BinaryEnd>();
      const auto view = table::view(evening.state(), one.uuid);
      one.shown = view.viewer;
      std::vector<ServerMessage> heard;
      ASSERT_TRUE(one.reader->read(whole_frame(view, wire_), heard));
    }
  }

  void step(RandomEvening& evening) {
    const auto before = evening.state();
    const auto outcome = evening.next();
    PublicDelta delta(std::make_shared<const table::PublicView>(table::public_view(before)),
                      std::make_shared<const table::PublicView>(table::public_view(outcome.state)));
    for (Viewer& one : viewers_) show(one, delta, before, outcome);
  }

  void show(Viewer& one, PublicDelta& delta, const table::State& before, const table::Outcome& outcome) {
    const auto view = table::view(outcome.state, one.uuid);
    const auto event = event_for(before, outcome, one.uuid);
    const bool merged = wire_ == Wire::cereal && event;
    const auto ends = delta.ends(one.shown, view.viewer, merged ? &*event : nullptr, wire_);
    ASSERT_TRUE(ends);
    const std::string frame = delta_frame(delta, *ends, outcome.state.at + 3, wire_);
    weighed_.bytes += frame.size();
    ++weighed_.frames;
    if (within_a_deal(before, outcome.state)) {
      weighed_.bytes_within_deals += frame.size();
      ++weighed_.frames_within_deals;
    }
    const std::string whole = whole_frame(view, wire_);
    weighed_.longer_than_the_view += frame.size() >= whole.size() ? 1 : 0;
    if (wire_ == Wire::json) try_another_library(frame, before, one.uuid, view);
    std::vector<ServerMessage> heard;
    ASSERT_TRUE(one.reader->read(frame, heard)) << frame;
    ASSERT_EQ(heard.size(), merged ? 2u : 1u);
    if (merged) {
      EXPECT_EQ(std::get<GameEvent>(heard[0]), *event);
    }
    const auto& update = std::get<UpdateGame>(heard.back());
    EXPECT_EQ(update.game, view);
    EXPECT_EQ(update.version, outcome.state.version);
    EXPECT_EQ(update.now, outcome.state.at + 3);
    one.shown = view.viewer;
  }

  // Any library that knows RFC 6902 gets the same view.
  void try_another_library(const std::string& frame, const table::State& before, const Uuid& uuid,
                           const table::GameView& view) {
    const Json delta = Json::parse(frame);
    const Json base = Json::parse(core::to_json(table::view(before, uuid)));
    EXPECT_EQ(base.patch(delta["patch"]), Json::parse(core::to_json(view)));
  }

  std::string game_;
  Wire wire_;
  std::vector<Viewer> viewers_;
  Weighed weighed_;
};

TEST(ViewDelta, leads_every_viewer_of_every_game_from_each_view_to_the_next_in_both_wires) {
  for (const auto& game : games::describe_games())
    for (const Wire wire : {Wire::json, Wire::cereal}) {
      SCOPED_TRACE(game.id + " in " + std::string(subprotocol(wire)));
      const Weighed weighed = EveryDelta(game.id, wire).run(6, 200);
      EXPECT_GT(weighed.frames, 4000u);
      EXPECT_EQ(weighed.longer_than_the_view, 0u);
    }
}

// With what happened and the two bytes that a WebSocket puts before so short a frame.
TEST(ViewDelta, takes_less_than_forty_bytes_in_binary_for_an_action_of_a_hand_of_holdem) {
  const Weighed weighed = EveryDelta("holdem", Wire::cereal).run(6, 200);
  ASSERT_GT(weighed.frames_within_deals, 3000u);
  EXPECT_LT(weighed.bytes_within_deals / weighed.frames_within_deals + 2, 40u);
}

}  // namespace
}  // namespace baize::protocol
