// Whatever comes as a binary delta to a view that is known leads to a view that can be said again, or to none; and then
// the view that was known is no base any more. The first byte chooses the game.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "protocol/binary_end.h"
#include "protocol/server_codec.h"
#include "protocol/view_delta.h"
#include "table/table.h"

using namespace baize;

namespace {

core::Uuid person(int i) { return core::Uuid("aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(i)); }

// A deal that has begun, as its owner sees it.
table::GameView known(std::string_view game) {
  auto state = table::open({core::TableId("t"), core::Name("t"), person(0), false, *table::default_settings(game), 1});
  for (int i = 0; i < 4; ++i)
    if (auto sat = table::apply(state, {person(i), 2,
                                        table::TakeSeat{core::Name("P" + std::to_string(i)), static_cast<core::Seat>(i),
                                                        games::min_buy_in(state.settings.game.value)}}))
      state = std::move(sat->state);
  for (int i = 0; i < 4 && !games::running(state.game); ++i)
    if (auto ticked = table::apply(
            state,
            {{}, state.due.value_or(state.at + 1), table::Tick{state.decision, core::derive({}, "fuzz", 1), {}}}))
      state = std::move(ticked->state);
  return table::view(state, person(0));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  static const auto games = games::describe_games();
  static const auto views = [] {
    std::vector<table::GameView> all;
    for (const auto& game : games) all.push_back(known(game.id));
    return all;
  }();
  if (count == 0) return 0;
  const auto& view = views[bytes[0] % views.size()];
  constexpr auto k_wire = protocol::Wire::cereal;
  protocol::BinaryEnd reader;
  std::vector<protocol::ServerMessage> heard;
  const auto whole = protocol::encode(protocol::UpdateGame{"game_view", view.shared.value.version, 1, view}, k_wire);
  if (!reader.read(whole, heard)) std::abort();
  heard.clear();
  std::string frame(1, static_cast<char>(protocol::k_delta_frame));
  frame.append(reinterpret_cast<const char*>(bytes) + 1, count - 1);
  if (!reader.read(frame, heard)) {
    if (!heard.empty() || !reader.take_lost()) std::abort();
    return 0;
  }
  for (const auto& one : heard) {
    const auto again = protocol::decode_server_message(protocol::encode(one, k_wire), k_wire);
    if (!again || *again != one) std::abort();
  }
  return 0;
}
