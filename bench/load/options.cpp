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

class CommandLine {
 public:
  explicit CommandLine(Options& options) : options_(options) {
    add_play();
    add_server();
    add_runs();
    for (CLI::Option* of_play : {spectators_, think_, rate_}) of_play->excludes(doors_)->excludes(idle_);
    for (CLI::Option* paced : {think_, rate_}) paced->excludes(messages_);
    for (CLI::Option* has_none : {doors_, stalled_, drop_all_, soak_}) bare_->excludes(has_none);
  }

  void parse(int argc, char** argv) {
    app_.parse(argc, argv);
    if (options_.deflate && options_.wire != protocol::Wire::json)
      throw CLI::ValidationError("--deflate", "Only text is compressed: add --wire json.");
    // Somebody at each table who can be stopped, or who is never cut, to compare with.
    if ((options_.stalled > 0 || options_.drop_all) && options_.spectators == 0) options_.spectators = 1;
    const bool on_bad_networks = options_.stalled > 0 || options_.drop_all || options_.soak > 0;
    if (on_bad_networks && rate_->count() == 0) options_.rate = k_rate_on_bad_networks;
    const bool by_connections = options_.drop_all || options_.soak > 0 || options_.messages > 0;
    if (by_connections && tables_->count() == 0) options_.tables = k_tables_of_a_thousand;
  }
  int answer(const CLI::ParseError& end) const { return app_.exit(end); }

 private:
  void add_play();
  void add_server();
  void add_runs();

  Options& options_;
  CLI::App app_{"Plays many tables at once against a server and prints what it measured as one JSON object."};
  CLI::Option* tables_ = nullptr;
  CLI::Option* spectators_ = nullptr;
  CLI::Option* think_ = nullptr;
  CLI::Option* rate_ = nullptr;
  CLI::Option* spawn_ = nullptr;
  CLI::Option* doors_ = nullptr;
  CLI::Option* idle_ = nullptr;
  CLI::Option* messages_ = nullptr;
  CLI::Option* stalled_ = nullptr;
  CLI::Option* drop_all_ = nullptr;
  CLI::Option* soak_ = nullptr;
  CLI::Option* bare_ = nullptr;
};

void CommandLine::add_play() {
  tables_ = app_.add_option("--tables", options_.tables, "tables")->check(CLI::Range(1, 2000))->capture_default_str();
  app_.add_option("--seats", options_.seats, "players a table")->check(CLI::Range(2, 10))->capture_default_str();
  spectators_ = app_.add_option("--spectators", options_.spectators, "spectators a table")->check(CLI::Range(0, 100));
  app_.add_option("--seconds", options_.seconds, "how long to measure")
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
  app_.add_option("--warm-up", options_.warm_up, "seconds of play before that")->check(CLI::Range(0, 60));
  think_ = app_.add_option("--think-ms", options_.think_ms, "how long a player thinks, on average")
               ->check(CLI::Range(0, 60'000));
  rate_ = app_.add_option("--rate", options_.rate, "at most so many actions a second; 0 for no limit")
              ->check(CLI::Range(0, 1'000'000));
  const std::map<std::string, protocol::Wire> wires{{"json", protocol::Wire::json}, {"cereal", protocol::Wire::cereal}};
  app_.add_option("--wire", options_.wire, "the form of all messages")
      ->transform(CLI::CheckedTransformer(wires))
      ->default_str("cereal");
  app_.add_flag("--deflate", options_.deflate,
                "JSON as a page has it: compressed, views as what changed, all of it read; with --wire json");
  bare_ = app_.add_flag("--bare", options_.bare,
                        "measure bare Beast sockets with the same connections and frames, too: no game, no disk");
}

void CommandLine::add_server() {
  auto* url = app_.add_option("--url", options_.url, "the server")->capture_default_str();
  spawn_ = app_.add_flag("--spawn", options_.spawn, "start a server with a database of its own and stop it after");
  app_.add_option("--server", options_.server, "the program to start")->needs(spawn_)->capture_default_str();
  app_.add_option("--loops", options_.server_loops, "event loops of the started server; 0 for one a core")
      ->needs(spawn_)
      ->check(CLI::Range(0, 64));
  app_.add_option("--pid", options_.pid, "the server's process, to report its memory and CPU time")->excludes(spawn_);
  url->excludes(spawn_);
}

void CommandLine::add_runs() {
  CLI::Option_group* runs = app_.add_option_group("Other runs", "One of these instead of play alone");
  runs->require_option(0, 1);
  doors_ = runs->add_flag("--doors", options_.doors,
                          "players join and leave all the time and nobody plays; ends with baize audit")
               ->needs(spawn_);
  app_.add_flag("--keyed", options_.keyed, "with --doors: every join and leave has an Idempotency-Key")->needs(doors_);
  idle_ = runs->add_option("--idle", options_.idle,
                           "so many guests join tables and do nothing: the server's memory for each of them")
              ->check(CLI::Range(1, 100'000));
  messages_ = runs->add_option("--messages", options_.messages,
                               "so many messages a second of all clients: 60 % pings, 20 % chat, 20 % moves")
                  ->check(CLI::Range(10, 1'000'000));
  stalled_ = runs->add_option("--stalled", options_.stalled,
                              "after a first measurement so many percent of all clients, spectators among them, stop "
                              "reading, and a second one follows")
                 ->check(CLI::Range(1, 50));
  drop_all_ = runs->add_flag("--drop-all", options_.drop_all,
                             "cuts the connections of all players at once: how long until they are back");
  soak_ = runs->add_option("--soak", options_.soak, "so many seconds of play, 1 % of the connections cut in each")
              ->check(CLI::Range(10, 86'400));
}

}  // namespace

std::optional<Options> read_options(int argc, char** argv, int& exit_code) {
  Options options;
  options.server = (std::filesystem::path(argv[0]).parent_path() / "baize").string();
  CommandLine line(options);
  try {
    line.parse(argc, argv);
  } catch (const CLI::ParseError& end) {
    exit_code = line.answer(end);
    return std::nullopt;
  }
  return options;
}

}  // namespace baize::bench
