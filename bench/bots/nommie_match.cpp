#include "bots/nommie_match.h"

#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <stdexcept>

#include "cards/keystream.h"

namespace baize::bots {

namespace {

using core::Seat;
using namespace games::nommie;
using NommieGame = games::nommie::Game;

double cpu_ms() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

games::nommie::Move any_move(const games::nommie::Private& own, const core::Entropy& entropy) {
  cards::Keystream chance(entropy);
  const auto one_of = [&](const auto& all) { return all[chance.below(static_cast<std::uint32_t>(all.size()))]; };
  if (const auto* trump = games::nommie::offered<LegalTrump>(own)) return NameTrump{one_of(trump->trumps)};
  if (const auto* play = games::nommie::offered<LegalPlay>(own)) return PlayCard{one_of(play->cards)};
  const auto* bid = games::nommie::offered<LegalBid>(own);
  std::vector<std::int32_t> open;
  for (std::int32_t one = bid->min; one <= bid->max; ++one)
    if (std::find(bid->forbidden.begin(), bid->forbidden.end(), one) == bid->forbidden.end()) open.push_back(one);
  return Bid{one_of(open)};
}

std::size_t side_of(Seat seat, int first_seat) { return seat % 2 == first_seat ? 0 : 1; }

}  // namespace

NommiePlayer nommie_player_named(const std::string& name) {
  if (name == "random") return {name, std::nullopt};
  for (const auto strength : {games::Strength::easy, games::Strength::medium, games::Strength::hard})
    if (core::enum_name(strength) == name) return {name, strength};
  throw std::invalid_argument("nobody in Nommie is called " + name);
}

NommieMatch::NommieMatch(std::uint64_t seed, NommiePlayer first, NommiePlayer second, Watch& watch)
    : players_{std::move(first), std::move(second)}, watch_(watch) {
  for (std::size_t i = 0; i < 8; ++i) seed_.raw[i] = static_cast<std::uint8_t>(seed >> (8 * i));
}

void NommieMatch::play(int games) {
  for (int i = 0; i < games; ++i) {
    const core::Entropy chance = core::derive(seed_, "game", static_cast<std::uint64_t>(games_++));
    const double difference = (play_game(chance, 0) + play_game(chance, 1)) / 2;
    differences_ += difference;
    squares_ += difference * difference;
  }
}

double NommieMatch::play_game(const core::Entropy& chance, int first_seat) {
  auto state = NommieGame::seated(games::nommie::ScoreSheet{});
  for (std::uint64_t round = 0; round < k_rounds; ++round)
    play_round(state, core::derive(chance, "round", round), first_seat);
  const auto shared = NommieGame::view(state);
  double difference = 0;
  for (Seat seat = 0; seat < k_seats; ++seat) {
    const std::size_t side = side_of(seat, first_seat);
    const double score = shared.scores[static_cast<std::size_t>(seat)];
    sums_[side].score += score;
    difference += (side == 0 ? score : -score) / 2;
    for (const auto& one : shared.rounds) {
      const auto i = static_cast<std::size_t>(seat);
      sums_[side].exact += one.bids[i] == one.tricks[i];
    }
  }
  for (const Seat winner : shared.winners)
    sums_[side_of(winner, first_seat)].games += 1.0 / static_cast<double>(shared.winners.size());
  return difference;
}

void NommieMatch::play_round(games::nommie::State& state, const core::Entropy& chance, int first_seat) {
  std::vector<games::nommie::Event> events;
  const auto take = [&](const auto& step) {
    state = step->state;
    events.insert(events.end(), step->events.begin(), step->events.end());
  };
  take(NommieGame::deal(state, chance));
  for (std::uint64_t n = 0; state.to_act; ++n) {
    const Seat seat = *state.to_act;
    const NommiePlayer& player = players_[side_of(seat, first_seat)];
    take(NommieGame::apply(state, seat, move_of(player, state, seat, core::derive(chance, "move", n)), {}));
  }
  counts_.count(std::get<RoundStarted>(events[0]), *state.trump, events);
}

games::nommie::Move NommieMatch::move_of(const NommiePlayer& player, const games::nommie::State& state, Seat seat,
                                         const core::Entropy& entropy) {
  const auto own = NommieGame::view(state, seat);
  if (!player.strength) return any_move(own, entropy);
  const auto shared = NommieGame::view(state);
  const double before = cpu_ms();
  const auto move = NommieGame::choose(shared, own, seat, *player.strength, entropy);
  watch_.of_players[player.name].add(cpu_ms() - before);
  return move;
}

NommieFigures NommieMatch::figures(std::size_t side) const {
  // Two games each, two seats each.
  const double seats = 4.0 * games_;
  const Sums& sums = sums_[side];
  return {sums.score / seats, sums.games / (2.0 * games_), sums.exact / (seats * k_rounds)};
}

double NommieMatch::error() const {
  const double mean = differences_ / games_;
  return 1.96 * std::sqrt(std::max(0.0, squares_ / games_ - mean * mean) / games_);
}

void CardCounts::count(const RoundStarted& round, Trump trump, const std::vector<games::nommie::Event>& events) {
  std::map<Card, bool> won;
  std::map<Seat, Card> trick;
  for (const auto& event : events) {
    if (const auto* card = std::get_if<CardPlayed>(&event)) trick[card->seat] = card->card;
    const auto* end = std::get_if<TrickWon>(&event);
    if (end == nullptr) continue;
    for (const auto& [seat, card] : trick) won[card] = seat == end->seat;
    trick.clear();
  }
  for (const auto& event : events) {
    const auto* dealt = std::get_if<Dealt>(&event);
    if (dealt == nullptr) continue;
    for (const Card card : dealt->cards) {
      int length = 0;
      int above = 12 - static_cast<int>(card.rank());
      for (const Card other : dealt->cards) {
        if (other.suit() != card.suit()) continue;
        ++length;
        above -= other.rank() > card.rank();
      }
      const CardKind kind = trump == Trump::no_trumps ? CardKind::no_trumps
                            : is_trump(card, trump)   ? CardKind::trump
                                                      : CardKind::side;
      Cell& cell = cells_[size_class(round.hand_size)][static_cast<std::size_t>(kind)][length_class(length)]
                         [static_cast<std::size_t>(std::min(above, k_most_higher))];
      ++cell.seen;
      cell.won += won[card];
    }
  }
}

std::string CardCounts::table() const {
  constexpr double k_enough = 200;
  std::string text;
  for (const auto& kinds : cells_) {
    text += "  {{";
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
      text += kind == 0 ? "{{" : ",\n    {{";
      for (std::size_t length = 0; length < kinds[kind].size(); ++length) {
        text += length == 0 ? "{" : ", {";
        for (std::size_t above = 0; above <= k_most_higher; ++above) {
          std::size_t from = length;
          while (from > 0 && kinds[kind][from][above].seen < k_enough) --from;
          const Cell& cell = kinds[kind][from][above];
          char figure[8];
          std::snprintf(figure, sizeof figure, "%s%2d", above == 0 ? "" : ", ",
                        cell.seen == 0 ? 0 : static_cast<int>(std::lround(100 * cell.won / cell.seen)));
          text += figure;
        }
        text += "}";
      }
      text += "}}";
    }
    text += "}},\n";
  }
  return text;
}

}  // namespace baize::bots
