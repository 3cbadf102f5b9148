// What messages cost: a view written once for all and spliced for each, a move read, and a view read as a client does.
#include <benchmark/benchmark.h>

#include <memory>

#include "games/registry.h"
#include "protocol/binary_end.h"
#include "protocol/client_codec.h"
#include "protocol/commands.h"
#include "protocol/server_codec.h"
#include "protocol/view_delta.h"
#include "situation.h"

namespace {

using namespace baize;

const table::State& on_the_flop() {
  static const table::State state = bench::six_seats_in_a_hand(8);
  return state;
}

core::Uuid to_act() { return table::sitter_at(on_the_flop(), *games::to_act(on_the_flop().game))->uuid; }

constexpr std::string_view k_move =
    R"({"action":"player-raise","amount":40,"request_id":"0123456789abcdef01234567","version":57})";

void count_bytes(benchmark::State& run, std::size_t bytes) {
  run.SetBytesProcessed(run.iterations() * static_cast<std::int64_t>(bytes));
}

void encode_public_part(benchmark::State& run) {
  const auto view = table::public_view(on_the_flop());
  for (auto _ : run) benchmark::DoNotOptimize(protocol::encode_public(view));
  count_bytes(run, protocol::encode_public(view).size());
}
BENCHMARK(encode_public_part);

void encode_update_for_one(benchmark::State& run) {
  const auto shared = protocol::encode_public(table::public_view(on_the_flop()));
  const auto own = table::viewer_view(on_the_flop(), to_act());
  const auto version = on_the_flop().version;
  for (auto _ : run) benchmark::DoNotOptimize(protocol::encode_update(shared, version, own, 1'700'000'000'000));
  count_bytes(run, protocol::encode_update(shared, version, own, 1'700'000'000'000).size());
}
BENCHMARK(encode_update_for_one);

// All that six seats are shown of one move.
void show_a_move_to_six(benchmark::State& run) {
  const table::State& before = on_the_flop();
  const auto outcome = table::apply(before, bench::next_action(before));
  std::size_t bytes = 0;
  for (auto _ : run) {
    bytes = 0;
    const auto shared = protocol::encode_public(table::public_view(outcome->state));
    for (int seat = 0; seat < 6; ++seat) {
      const core::Uuid uuid = bench::player(seat);
      for (const auto& message : protocol::consequences(before, *outcome, uuid))
        bytes += protocol::encode(message).size();
      const auto own = table::viewer_view(outcome->state, uuid);
      bytes += protocol::encode_update(shared, outcome->state.version, own, 1'700'000'000'000).size();
    }
    benchmark::DoNotOptimize(bytes);
  }
  count_bytes(run, bytes);
}
BENCHMARK(show_a_move_to_six);

const protocol::GameEvent& event_in(const std::vector<protocol::ServerMessage>& messages) {
  for (const auto& one : messages)
    if (const auto* event = std::get_if<protocol::GameEvent>(&one)) return *event;
  static const protocol::GameEvent none;
  return none;
}

// The same in binary, as what changed.
void show_changes_to_six(benchmark::State& run) {
  const table::State& before = on_the_flop();
  const auto outcome = table::apply(before, bench::next_action(before));
  const auto base = std::make_shared<const table::PublicView>(table::public_view(before));
  std::size_t bytes = 0;
  for (auto _ : run) {
    bytes = 0;
    protocol::PublicDelta delta(base, std::make_shared<const table::PublicView>(table::public_view(outcome->state)));
    for (int seat = 0; seat < 6; ++seat) {
      const core::Uuid uuid = bench::player(seat);
      const auto told = protocol::consequences(before, *outcome, uuid);
      const auto ends = delta.ends(table::viewer_view(before, uuid), table::viewer_view(outcome->state, uuid),
                                   &event_in(told), protocol::Wire::cereal);
      bytes += ends->head.size() + delta.in(protocol::Wire::cereal)->size() + ends->tail.size();
    }
    benchmark::DoNotOptimize(bytes);
  }
  count_bytes(run, bytes);
}
BENCHMARK(show_changes_to_six);

// A frame of what changed, read as a client does that has the view before it, and then that view, which is read again
// so that there is a base for the next time.
void read_changes_and_a_view(benchmark::State& run) {
  const table::State& before = on_the_flop();
  const core::Uuid uuid = to_act();
  const auto outcome = table::apply(before, bench::next_action(before));
  const auto base = std::make_shared<const table::PublicView>(table::public_view(before));
  protocol::PublicDelta delta(base, std::make_shared<const table::PublicView>(table::public_view(outcome->state)));
  const auto told = protocol::consequences(before, *outcome, uuid);
  const auto ends = delta.ends(table::viewer_view(before, uuid), table::viewer_view(outcome->state, uuid),
                               &event_in(told), protocol::Wire::cereal);
  const auto change =
      ends->head + protocol::encode_clock(0, protocol::Wire::cereal) + *delta.in(protocol::Wire::cereal) + ends->tail;
  const auto whole =
      protocol::encode_update_ends(before.version, table::viewer_view(before, uuid), protocol::Wire::cereal);
  const auto view = whole.head + protocol::encode_clock(0, protocol::Wire::cereal) +
                    protocol::encode_public(*base, protocol::Wire::cereal) + whole.tail;
  protocol::BinaryEnd end;
  std::vector<protocol::ServerMessage> messages;
  const bool changes = run.range(0) != 0;
  for (auto _ : run) {
    messages.clear();
    if (!end.read(view, messages)) return run.SkipWithError("the view is not read");
    if (changes && !end.read(change, messages)) return run.SkipWithError("the change is not read");
    benchmark::DoNotOptimize(messages);
  }
}
BENCHMARK(read_changes_and_a_view)->ArgName("changes")->Arg(0)->Arg(1);

void decode_a_move(benchmark::State& run) {
  for (auto _ : run) benchmark::DoNotOptimize(protocol::decode_client_message(k_move, "holdem"));
}
BENCHMARK(decode_a_move);

void decode_a_view(benchmark::State& run) {
  const auto shared = protocol::encode_public(table::public_view(on_the_flop()));
  const auto own = table::viewer_view(on_the_flop(), to_act());
  const auto text = protocol::encode_update(shared, on_the_flop().version, own, 1'700'000'000'000);
  for (auto _ : run) benchmark::DoNotOptimize(protocol::decode_server_message(text));
  count_bytes(run, text.size());
}
BENCHMARK(decode_a_view);

}  // namespace
