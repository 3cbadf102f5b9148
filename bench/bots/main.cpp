// baize-bots: lets strengths of hold'em bots play each other through the public contract and prints who wins how much,
// how sure that is, and how long a decision took.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "bots/match.h"

namespace {

using namespace baize::bots;

struct Options {
  int hands = 20'000;
  int seats = 6;
  int stack = 100;
  std::uint64_t seed = 1;
  std::vector<std::string> pairs = {"hard:medium", "hard:easy", "medium:easy"};
};

Options read(int argc, char** argv, CLI::App& app) {
  Options options;
  app.add_option("--hands", options.hands, "Deals of each match; each is played twice, with the sides changed")
      ->check(CLI::Range(100, 100'000'000));
  app.add_option("--seats", options.seats, "Players; every second seat belongs to one side")
      ->check(CLI::IsMember({2, 4, 6, 8, 10}));
  app.add_option("--stack", options.stack, "Big blinds that everybody has in every deal")->check(CLI::Range(2, 1000));
  app.add_option("--seed", options.seed, "The same seed, the same match");
  app.add_option("--pairs", options.pairs, "Who plays whom: easy, medium, hard, caller, raiser, shover");
  app.parse(argc, argv);
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

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Bots of hold'em against each other");
  try {
    const Options options = read(argc, argv, app);
    Watch watch;
    for (const std::string& pair : options.pairs) {
      const auto colon = pair.find(':');
      if (colon == std::string::npos) throw CLI::ValidationError(pair + ": write it like hard:easy");
      Match match({.seats = options.seats, .stack = options.stack, .seed = options.seed},
                  player_named(pair.substr(0, colon)), player_named(pair.substr(colon + 1)), watch);
      for (int done = 0; done < options.hands;) {
        const int some = std::min(100, options.hands - done);
        match.play(some);
        show_progress(pair, done += some, options.hands);
      }
      print(pair, match.score());
    }
    for (const auto& [name, times] : watch.of_players) print(name, times);
    return 0;
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
}
