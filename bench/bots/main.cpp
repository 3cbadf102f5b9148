// baize-bots: lets strengths of bots play each other through the public contract and prints who wins how much, how sure
// that is, and how long a decision took.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "bots/match.h"
#include "bots/nommie_match.h"

namespace {

using namespace baize::bots;

struct Options {
  std::string game = "holdem";
  int games = 200;
  bool chances = false;
  int hands = 20'000;
  int seats = 6;
  int stack = 100;
  std::uint64_t seed = 1;
  std::vector<std::string> pairs;
};

Options read(int argc, char** argv, CLI::App& app) {
  Options options;
  app.add_option("--game", options.game, "holdem or nommie")->check(CLI::IsMember({"holdem", "nommie"}));
  app.add_option("--games", options.games, "Nommie: games of each match; each is played twice, with the sides changed")
      ->check(CLI::Range(1, 1'000'000));
  app.add_flag("--chances", options.chances, "Nommie: prints how often cards took tricks, as the bots' table has it");
  app.add_option("--hands", options.hands, "Hold'em: deals of each match; each is played twice, with the sides changed")
      ->check(CLI::Range(100, 100'000'000));
  app.add_option("--seats", options.seats, "Players; every second seat belongs to one side")
      ->check(CLI::IsMember({2, 4, 6, 8, 10}));
  app.add_option("--stack", options.stack, "Big blinds that everybody has in every deal")->check(CLI::Range(2, 1000));
  app.add_option("--seed", options.seed, "The same seed, the same match");
  app.add_option("--pairs", options.pairs,
                 "Who plays whom: easy, medium, hard; caller, raiser, shover (hold'em), random (Nommie)");
  app.parse(argc, argv);
  if (options.pairs.empty()) {
    options.pairs = {"hard:medium", "hard:easy", "medium:easy"};
    if (options.game == "nommie") options.pairs.insert(options.pairs.end(), {"easy:random", "hard:random"});
  }
  return options;
}

void show_progress(const std::string& name, int done, int all) {
  std::fprintf(stderr, "\r%s: %d of %d deals", name.c_str(), done, all);
  if (done == all) std::fprintf(stderr, "\r%*s\r", 60, "");
}

void print(const std::string& name, const Score& score) {
  std::printf("%-16s %+9.1f bb/100 a seat, 95 %% within %.1f (%d deals, both ways)\n", name.c_str(), score.won,
              score.error, score.deals);
  std::fflush(stdout);
}

void print(const std::string& name, const Times& times) {
  if (times.count() == 0) return;
  std::printf("%-16s %9zu decisions, CPU p50 %.3f ms, p99 %.3f ms, most %.3f ms\n", name.c_str(), times.count(),
              times.quantile(0.5), times.quantile(0.99), times.quantile(1));
}

void print(const std::string& pair, const NommieMatch& match) {
  const NommieFigures first = match.first();
  const NommieFigures second = match.second();
  std::printf(
      "%-14s points a game %5.1f : %5.1f (95 %% within %.1f), games won %4.1f : %4.1f %%, bids made %4.1f : %4.1f %% "
      "(%d games, both ways)\n",
      pair.c_str(), first.score, second.score, match.error(), 100 * first.games, 100 * second.games, 100 * first.rounds,
      100 * second.rounds, match.games());
  std::fflush(stdout);
}

// "hard:easy" as its two names.
std::pair<std::string, std::string> sides_of(const std::string& pair) {
  const auto colon = pair.find(':');
  if (colon == std::string::npos) throw CLI::ValidationError(pair + ": write it like hard:easy");
  return {pair.substr(0, colon), pair.substr(colon + 1)};
}

void play_nommie(const Options& options, const std::string& pair, Watch& watch) {
  const auto [first, second] = sides_of(pair);
  NommieMatch match(options.seed, nommie_player_named(first), nommie_player_named(second), watch);
  match.play(options.games);
  print(pair, match);
  if (options.chances) std::printf("%s", match.counts().table().c_str());
}

void play_holdem(const Options& options, const std::string& pair, Watch& watch) {
  const auto [first, second] = sides_of(pair);
  Match match({.seats = options.seats, .stack = options.stack, .seed = options.seed}, player_named(first),
              player_named(second), watch);
  for (int done = 0; done < options.hands;) {
    const int some = std::min(100, options.hands - done);
    match.play(some);
    show_progress(pair, done += some, options.hands);
  }
  print(pair, match.score());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Bots against each other");
  try {
    const Options options = read(argc, argv, app);
    Watch watch;
    for (const std::string& pair : options.pairs)
      options.game == "nommie" ? play_nommie(options, pair, watch) : play_holdem(options, pair, watch);
    for (const auto& [name, times] : watch.of_players) print(name, times);
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  } catch (const std::invalid_argument& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
