#include "load/options.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>

namespace baize::bench {

namespace {

// Actions a second where there is play on bad networks, unless another rate is asked for.
constexpr int k_rate_on_bad_networks = 1000;
// Six at each are 1,002 players.
constexpr int k_tables_of_a_thousand = 167;

}  // namespace

std::optional<Options> read_options(int argc, char** argv, int& exit_code) {
  Options options;
  options.server = (std::filesystem::path(argv[0]).parent_path() / "baize").string();
  CLI::App app("Plays many tables at once against a server and prints what it measured as one JSON object.");
  auto* tables =
      app.add_option("--tables", options.tables, "tables")->check(CLI::Range(1, 2000))->capture_default_str();
  app.add_option("--seats", options.seats, "players a table")->check(CLI::Range(2, 10))->capture_default_str();
  auto* spectators =
      app.add_option("--spectators", options.spectators, "spectators a table")->check(CLI::Range(0, 100));
  app.add_option("--seconds", options.seconds, "how long to measure")->check(CLI::Range(1, 600))->capture_default_str();
  app.add_option("--warm-up", options.warm_up, "seconds of play before that")->check(CLI::Range(0, 60));
  auto* think = app.add_option("--think-ms", options.think_ms, "how long a player thinks, on average")
                    ->check(CLI::Range(0, 60'000));
  auto* rate = app.add_option("--rate", options.rate, "at most so many actions a second; 0 for no limit")
                   ->check(CLI::Range(0, 1'000'000));
  const std::map<std::string, protocol::Wire> wires{{"json", protocol::Wire::json}, {"cereal", protocol::Wire::cereal}};
  app.add_option("--wire", options.wire, "the form of all messages")
      ->transform(CLI::CheckedTransformer(wires))
      ->default_str("cereal");
  auto* url = app.add_option("--url", options.url, "the server")->capture_default_str();
  auto* spawn = app.add_flag("--spawn", options.spawn, "start a server with a database of its own and stop it after");
  app.add_option("--server", options.server, "the program to start")->needs(spawn)->capture_default_str();
  app.add_option("--loops", options.server_loops, "event loops of the started server; 0 for one a core")
      ->needs(spawn)
      ->check(CLI::Range(0, 64));
  app.add_option("--pid", options.pid, "the server's process, to report its memory and CPU time")->excludes(spawn);
  auto* doors = app.add_flag("--doors", options.doors,
                             "players join and leave all the time and nobody plays; ends with baize audit")
                    ->needs(spawn);
  app.add_flag("--keyed", options.keyed, "every join and leave has an Idempotency-Key")->needs(doors);
  auto* idle = app.add_option("--idle", options.idle,
                              "so many guests join tables and do nothing: the server's memory for each of them")
                   ->check(CLI::Range(1, 100'000))
                   ->excludes(doors);
  auto* messages = app.add_option("--messages", options.messages,
                                  "so many messages a second of all clients: 60 % pings, 20 % chat, 20 % moves")
                       ->check(CLI::Range(10, 1'000'000))
                       ->excludes(doors)
                       ->excludes(idle)
                       ->excludes(rate)
                       ->excludes(think);
  auto* stalled = app.add_option("--stalled", options.stalled,
                                 "so many percent of all clients, spectators among them, stop reading after the first "
                                 "measurement; a second one follows")
                      ->check(CLI::Range(1, 50));
  auto* drop_all = app.add_flag("--drop-all", options.drop_all,
                                "cuts the connections of all players at once: how long until they are back");
  auto* soak = app.add_option("--soak", options.soak, "so many seconds, in each of which 1 % of the connections is cut")
                   ->check(CLI::Range(10, 86'400));
  auto* bare = app.add_flag("--bare", options.bare,
                            "measure bare Beast sockets with the same connections and frames, too: no game, no disk");
  for (CLI::Option* of_play : {spectators, think, rate}) of_play->excludes(doors)->excludes(idle);
  bare->excludes(doors);
  const std::vector<CLI::Option*> on_bad_networks{stalled, drop_all, soak};
  for (auto* one : on_bad_networks) {
    one->excludes(doors)->excludes(idle)->excludes(messages)->excludes(bare);
    for (auto* other : on_bad_networks)
      if (one != other) one->excludes(other);
  }
  url->excludes(spawn);
  try {
    app.parse(argc, argv);
    if (options.stalled > 0 && spectators->count() == 0) options.spectators = 1;
    // Somebody at each table who is never cut, to compare with.
    if (options.drop_all && options.spectators == 0) options.spectators = 1;
    const bool under_load = options.stalled > 0 || options.drop_all || options.soak > 0;
    if (under_load && rate->count() == 0) options.rate = k_rate_on_bad_networks;
    const bool by_connections = options.drop_all || options.soak > 0 || options.messages > 0;
    if (by_connections && tables->count() == 0) options.tables = k_tables_of_a_thousand;
  } catch (const CLI::ParseError& end) {
    exit_code = app.exit(end);
    return std::nullopt;
  }
  return options;
}

}  // namespace baize::bench
