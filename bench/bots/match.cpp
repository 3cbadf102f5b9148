#include "bots/match.h"

#include <time.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace baize::bots {

namespace {

using core::Chips;
using core::Seat;
using games::holdem::Private;

template <class L>
const L* offered(const Private& own) {
  for (const auto& one : own.legal)
    if (const L* found = std::get_if<L>(&one)) return found;
  return nullptr;
}

double cpu_ms() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

Move habitual(const Player& player, const Private& own, Chips pot) {
  using namespace games::holdem;
  const auto* raise = offered<LegalRaise>(own);
  if (player.habit == Player::Habit::shoves && offered<LegalAllIn>(own) != nullptr) return AllIn{};
  if (player.habit == Player::Habit::raises && raise != nullptr) return Raise{std::clamp(pot, raise->min, raise->max)};
  if (offered<LegalCheck>(own) != nullptr) return Check{};
  return Call{};
}

// With the button on seat 0, where every deal of a match has it: the sides change seats instead.
Game::State table_of(const Terms& terms) {
  const games::holdem::Settings settings;
  const std::vector<Chips> stacks(static_cast<std::size_t>(terms.seats), Chips{terms.stack * settings.big_blind.count});
  return Game::seated(settings, stacks);
}

}  // namespace

Player player_named(const std::string& name) {
  using Habit = Player::Habit;
  using games::Strength;
  const std::vector<Player> all = {
      {"easy", Habit::bot, Strength::easy},      {"medium", Habit::bot, Strength::medium},
      {"hard", Habit::bot, Strength::hard},      {"caller", Habit::calls, Strength::easy},
      {"raiser", Habit::raises, Strength::easy}, {"shover", Habit::shoves, Strength::easy}};
  for (const Player& one : all)
    if (one.name == name) return one;
  throw std::invalid_argument("nobody is called " + name);
}

double Times::quantile(double part) const {
  std::vector<double> sorted = all_;
  const auto at = static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1));
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(at), sorted.end());
  return sorted[at];
}

Match::Match(const Terms& terms, Player first, Player second, Watch& watch)
    : terms_(terms), first_(std::move(first)), second_(std::move(second)), watch_(watch), table_(table_of(terms)) {
  for (std::size_t i = 0; i < 8; ++i) seed_.raw[i] = static_cast<std::uint8_t>(terms.seed >> (8 * i));
}

void Match::play(int deals) {
  for (int i = 0; i < deals; ++i) {
    const auto number = static_cast<std::uint64_t>(deals_++);
    const double won = (play_deal(number, 0) + play_deal(number, 1)) / 2;
    sum_ += won;
    squares_ += won * won;
  }
}

Score Match::score() const {
  const double mean = sum_ / deals_;
  const double deviation = std::sqrt(std::max(0.0, squares_ / deals_ - mean * mean));
  return {100 * mean, 100 * 1.96 * deviation / std::sqrt(deals_), deals_};
}

// What a seat of the first side won on average, in big blinds.
double Match::play_deal(std::uint64_t number, int first_seat) {
  const core::Entropy chance = core::derive(seed_, "deal", number);
  const auto is_first = [&](Seat seat) { return seat % 2 == first_seat; };
  auto step = Game::deal(table_, chance);
  for (std::uint64_t n = 0; step->state.to_act; ++n) {
    const Seat seat = *step->state.to_act;
    const Player& player = is_first(seat) ? first_ : second_;
    step = Game::apply(step->state, seat, move_of(player, step->state, seat, core::derive(chance, "move", n)), {});
  }
  Chips won;
  for (Seat seat = 0; seat < terms_.seats; ++seat)
    if (is_first(seat)) won += Game::stack(step->state, seat) - Game::stack(table_, seat);
  return static_cast<double>(won.count) / static_cast<double>(table_.settings.big_blind.count) / (terms_.seats / 2);
}

Move Match::move_of(const Player& player, const Game::State& state, Seat seat, const core::Entropy& entropy) {
  const auto shared = Game::view(state);
  const auto own = Game::view(state, seat);
  if (player.habit != Player::Habit::bot) {
    Chips pot;
    for (const auto& one : shared.pots) pot += one.amount;
    return habitual(player, own, pot + shared.current_bet);
  }
  const double before = cpu_ms();
  const Move move = Game::choose(shared, own, seat, player.strength, entropy);
  watch_.of_players[player.name].add(cpu_ms() - before);
  return move;
}

}  // namespace baize::bots
