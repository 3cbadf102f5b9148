// What one action costs in shared/table, on the way from a command to the disk: judging it, hashing the state after it,
// and writing its row.
#include <benchmark/benchmark.h>

#include "core/binary.h"
#include "core/json_write.h"
#include "situation.h"
#include "table/view.h"

namespace {

using namespace baize;

// The eighth decision: on the flop, with two checks behind it.
const table::State& on_the_flop() {
  static const table::State state = bench::six_seats_in_a_hand(8);
  return state;
}

void apply_a_move(benchmark::State& run) {
  const table::State& state = on_the_flop();
  const table::Action action = bench::next_action(state);
  for (auto _ : run) benchmark::DoNotOptimize(table::apply(state, action));
}
BENCHMARK(apply_a_move);

void check_invariants(benchmark::State& run) {
  const table::State& state = on_the_flop();
  for (auto _ : run) benchmark::DoNotOptimize(table::check(state));
}
BENCHMARK(check_invariants);

void copy_a_state(benchmark::State& run) {
  const table::State& state = on_the_flop();
  for (auto _ : run) {
    table::State copy = state;
    benchmark::DoNotOptimize(copy);
  }
  run.SetBytesProcessed(run.iterations() * static_cast<std::int64_t>(sizeof(table::State)));
}
BENCHMARK(copy_a_state);

void write_a_state_in_binary(benchmark::State& run) {
  const table::State& state = on_the_flop();
  for (auto _ : run) benchmark::DoNotOptimize(core::to_binary(state));
  run.SetBytesProcessed(run.iterations() * static_cast<std::int64_t>(core::to_binary(state).size()));
}
BENCHMARK(write_a_state_in_binary);

void digest_a_state(benchmark::State& run) {
  const table::State& state = on_the_flop();
  for (auto _ : run) benchmark::DoNotOptimize(table::digest(state));
}
BENCHMARK(digest_a_state);

void write_an_action(benchmark::State& run) {
  const table::Action action = bench::next_action(on_the_flop());
  for (auto _ : run) benchmark::DoNotOptimize(core::to_json(action));
}
BENCHMARK(write_an_action);

void write_the_events(benchmark::State& run) {
  const auto outcome = table::apply(on_the_flop(), bench::next_action(on_the_flop()));
  for (auto _ : run) benchmark::DoNotOptimize(core::to_json(outcome->game_events));
}
BENCHMARK(write_the_events);

void view_for_all(benchmark::State& run) {
  const table::State& state = on_the_flop();
  for (auto _ : run) benchmark::DoNotOptimize(table::public_view(state));
}
BENCHMARK(view_for_all);

void view_for_one(benchmark::State& run) {
  const table::State& state = on_the_flop();
  const core::Uuid to_act = table::sitter_at(state, *games::to_act(state.game))->uuid;
  for (auto _ : run) benchmark::DoNotOptimize(table::viewer_view(state, to_act));
}
BENCHMARK(view_for_one);

}  // namespace
