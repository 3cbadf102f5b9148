// The program `baize`: reads the command line and hands on to a subcommand.
#include <CLI/CLI.hpp>
#include <iostream>

#include "commands/commands.h"
#include "ops/version.h"

namespace {

using namespace baize;

// One flag for each setting; what was given ends up in `flags`.
void add_setting_flags(CLI::App& serve, std::vector<server::GivenSetting>& flags) {
  core::for_each_member(server::ServerSettings{}, [&](std::string_view field, const auto&) {
    std::string flag = "--" + std::string(field);
    std::replace(flag.begin(), flag.end(), '_', '-');
    serve.add_option_function<std::string>(
        flag, [&flags, name = std::string(field)](const std::string& text) { flags.push_back({name, text}); },
        std::string(server::purpose_of(field)));
  });
}

std::optional<server::ReplayAs> viewer_of(const std::string& text) {
  if (text == "public") return server::ReplayAs{};
  if (text == "all") return server::ReplayAs{true, {}};
  if (text.size() != 1 || text[0] < '0' || text[0] > '9') return std::nullopt;
  return server::ReplayAs{false, static_cast<core::Seat>(text[0] - '0')};
}

int run_serve(const std::vector<server::GivenSetting>& flags, const std::string& file, bool print) {
  const auto settings = server::load_settings(flags, file);
  if (!settings) {
    std::cerr << settings.error().message << '\n';
    return 1;
  }
  if (!print) return server::serve(*settings);
  std::cout << server::as_toml(*settings);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  CLI::App app{"Baize: a card room of your own"};
  app.require_subcommand(1);

  CLI::App* serve = app.add_subcommand("serve", "Run the server");
  std::vector<server::GivenSetting> flags;
  std::string file;
  bool print_config = false;
  add_setting_flags(*serve, flags);
  serve->add_option("--config", file, "a TOML file with the same names; flags and BAIZE_* stand above it");
  serve->add_flag("--print-config", print_config, "print the settings as they would be used, and end");

  CLI::App* replay = app.add_subcommand("replay", "Tell a table's deals in words and check its log");
  std::string database;
  std::string table;
  std::string as = "public";
  replay->add_option("database", database, "the SQLite file")->required();
  replay->add_option("table", table, "the table's id")->required();
  replay->add_option("--as", as, "a seat (from 0), public or all: whose cards are told");

  CLI::App* audit = app.add_subcommand("audit", "Prove that no chip is missing or doubled");
  audit->add_option("database", database, "the SQLite file; a server may be running on it")->required();

  CLI::App* backup = app.add_subcommand("backup", "Copy a database as it is at one instant");
  std::string copy;
  backup->add_option("database", database, "the SQLite file; a server may be running on it")->required();
  backup->add_option("copy", copy, "the file to make; never overwrites one")->required();

  CLI::App* rotate = app.add_subcommand("rotate-key", "Make a new key for signing access tokens");
  rotate->add_option("database", database, "the SQLite file")->required();

  CLI::App* verify = app.add_subcommand("verify", "Check a table's deals from its export");
  std::string exported;
  verify->add_option("file", exported, "what GET /api/tables/{id}/export.json answered")->required();

  CLI::App* document = app.add_subcommand("document", "Print a description of the protocol");
  std::string described;
  document->add_option("name", described, "protocol (for people), openapi or asyncapi (for programs)")->required();

  CLI::App* version = app.add_subcommand("version", "Print the version");

  CLI11_PARSE(app, count, words);
  if (version->parsed()) {
    std::cout << "baize " << server::version() << '\n';
    return 0;
  }
  if (document->parsed()) return server::document(described);
  if (verify->parsed()) return server::verify(exported);
  if (audit->parsed()) return server::audit(database);
  if (backup->parsed()) return server::backup(database, copy);
  if (rotate->parsed()) return server::rotate_key(database);
  if (serve->parsed()) return run_serve(flags, file, print_config);
  const auto viewer = viewer_of(as);
  if (!viewer) {
    std::cerr << "--as takes a seat from 0 to 9, \"public\" or \"all\".\n";
    return 1;
  }
  return server::replay(database, table, *viewer);
}
