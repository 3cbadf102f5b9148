// Hold'em through the public contract: one decision, one view, whole random hands, bots' decisions. (How well bots play
// is for baize-bots.)
#include <benchmark/benchmark.h>

#include "cards/keystream.h"
#include "core/json_write.h"
#include "games/holdem/game.h"

namespace baize::games::holdem {
namespace {

State table_of(int players, std::int64_t stack) {
  const std::vector<Chips> stacks(static_cast<std::size_t>(players), Chips{stack});
  return Game::seated(Settings{}, stacks);
}

core::Entropy entropy_of(std::uint64_t n) {
  core::Entropy entropy;
  for (std::size_t i = 0; i < 8; ++i) entropy.raw[i] = static_cast<std::uint8_t>(n >> (8 * i));
  return entropy;
}

// The same with a void hand behind it, so that the button has its place.
State table_in_play(int players) {
  State table = Game::void_deal(Game::deal(table_of(players, 1000), entropy_of(0))->state).state;
  table.at = {Seat{0}, static_cast<Seat>(players == 2 ? 0 : 1), static_cast<Seat>(players == 2 ? 1 : 2)};
  return table;
}

// Numbers for the moves, cheap so that the rules are measured and not the dice (Marsaglia 2003, xorshift64).
class Dice {
 public:
  std::uint64_t below(std::uint64_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_ % n;
  }

 private:
  std::uint64_t state_ = 0x9e3779b97f4a7c15;
};

// One of the legal moves, from what the seat's player sees. Not too much all-in, so that hands last.
Move random_move(const Private& own, Dice& dice) {
  const Legal& one = own.legal[dice.below(own.legal.size())];
  if (std::holds_alternative<LegalFold>(one)) return Fold{};
  if (std::holds_alternative<LegalCheck>(one)) return Check{};
  if (std::holds_alternative<LegalCall>(one)) return Call{};
  if (const auto* raise = std::get_if<LegalRaise>(&one)) {
    const auto room = static_cast<std::uint64_t>((raise->max - raise->min).count);
    return Raise{raise->min + Chips{static_cast<std::int64_t>(dice.below(room / 4 + 1))}};
  }
  return AllIn{};
}

void decision(benchmark::State& bench) {
  const auto dealt = Game::deal(table_of(6, 1000), entropy_of(1));
  const Seat seat = *dealt->state.to_act;
  for (auto _ : bench) benchmark::DoNotOptimize(Game::apply(dealt->state, seat, Call{}, 0));
}
BENCHMARK(decision);

void deal(benchmark::State& bench) {
  const State table = table_in_play(6);
  std::uint64_t n = 0;
  for (auto _ : bench) benchmark::DoNotOptimize(Game::deal(table, entropy_of(++n)));
}
BENCHMARK(deal);

void views_of_six_and_a_spectator(benchmark::State& bench) {
  const auto dealt = Game::deal(table_of(6, 1000), entropy_of(1));
  for (auto _ : bench) {
    benchmark::DoNotOptimize(Game::view(dealt->state));
    for (Seat seat = 0; seat < 6; ++seat) benchmark::DoNotOptimize(Game::view(dealt->state, seat));
  }
}
BENCHMARK(views_of_six_and_a_spectator);

void public_view_as_json(benchmark::State& bench) {
  const auto dealt = Game::deal(table_of(6, 1000), entropy_of(1));
  const Public shared = Game::view(dealt->state);
  std::string out;
  for (auto _ : bench) {
    out.clear();
    core::write_json(out, shared);
    benchmark::DoNotOptimize(out);
  }
}
BENCHMARK(public_view_as_json);

// Whole hands of `players`, from the deal to the last event, every move asked of the legal ones. No public views.
void random_hands(benchmark::State& bench) {
  const State table = table_in_play(static_cast<int>(bench.range(0)));
  Dice dice;
  std::uint64_t hands = 0;
  std::int64_t decisions = 0;
  for (auto _ : bench) {
    auto step = Game::deal(table, entropy_of(++hands));
    while (step->state.to_act) {
      const Seat seat = *step->state.to_act;
      step = Game::apply(step->state, seat, random_move(Game::view(step->state, seat), dice), 0);
      ++decisions;
    }
    benchmark::DoNotOptimize(step);
  }
  bench.counters["hands/s"] = benchmark::Counter(static_cast<double>(hands), benchmark::Counter::kIsRate);
  bench.counters["decisions/hand"] = static_cast<double>(decisions) / static_cast<double>(hands);
}
BENCHMARK(random_hands)->Arg(2)->Arg(6)->Arg(10);

void bot_decision(benchmark::State& bench) {
  const auto dealt = Game::deal(table_of(6, 1000), entropy_of(1));
  const Seat seat = *dealt->state.to_act;
  const Public shared = Game::view(dealt->state);
  const Private own = Game::view(dealt->state, seat);
  std::uint64_t n = 0;
  for (auto _ : bench)
    benchmark::DoNotOptimize(Game::choose(shared, own, seat, static_cast<Strength>(bench.range(0)), entropy_of(++n)));
}
BENCHMARK(bot_decision)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace baize::games::holdem
