// baize-bench: the load generator. Starts a server if asked to, plays, and prints what it measured.
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include <unistd.h>

#include "load/bare.h"
#include "load/broadcaster.h"
#include "load/child.h"
#include "load/report.h"

namespace baize::bench {

namespace {

namespace asio = boost::asio;

Site site_of(std::string_view url) {
  constexpr std::string_view k_scheme = "http://";
  if (!url.starts_with(k_scheme)) throw std::runtime_error("The server's address begins with http://.");
  url.remove_prefix(k_scheme.size());
  const std::string host(url.substr(0, url.find('/')));
  const auto colon = host.find(':');
  const std::string port = colon == std::string::npos ? "80" : host.substr(colon + 1);
  asio::io_context context;
  asio::ip::tcp::resolver resolver(context);
  boost::system::error_code failure;
  const auto found = resolver.resolve(host.substr(0, colon), port, failure);
  if (failure) throw std::runtime_error("There is no server at " + host + ".");
  return {host, found.begin()->endpoint()};
}

bool answers(const Site& site) {
  asio::io_context context;
  asio::ip::tcp::socket socket(context);
  boost::system::error_code failure;
  socket.connect(site.endpoint, failure);
  return !failure;
}

void wait_until_it_answers(const Site& site, Child* server) {
  asio::io_context context;
  for (int tries = 0; tries < 500; ++tries) {
    if (answers(site)) return;
    if (server == nullptr) break;
    if (server->ended()) throw std::runtime_error("The server ended by itself.");
    asio::steady_timer(context, std::chrono::milliseconds(20)).wait();
  }
  throw std::runtime_error("No server answers at http://" + site.host + ".");
}

// With a grant that outlasts every buy-in, so that the wallets never decide how long tables play.
std::vector<std::string> command(const Options& options, const std::string& port, const std::string& database) {
  return {options.server, "serve", "--bind",        "127.0.0.1", "--port",
          port,           "--db",  database,        "--loops",   std::to_string(options.server_loops),
          "--log-level",  "warn",  "--first-grant", "1000000"};
}

// A port that was free a moment ago.
std::string free_port() {
  const Listening listening = listen_locally();
  close(listening.descriptor);
  return std::to_string(listening.port);
}

struct Audited {
  int code = -1;
  std::string text;
};

Audited audit(const std::string& server, const std::string& database) {
  Audited audited;
  const std::string command = "'" + server + "' audit '" + database + "'";
  FILE* const output = popen(command.c_str(), "r");
  if (output == nullptr) return audited;
  char part[512];
  while (std::fgets(part, sizeof part, output) != nullptr) audited.text += part;
  audited.code = pclose(output);
  return audited;
}

// Every join and leave that was acknowledged stands in the ledger, and nothing else does.
void prove(Measured& measured, const std::string& database) {
  const Audited audited = audit(measured.options.server, database);
  measured.audit = audited.text;
  const std::string counted = "Ledger: " + std::to_string(measured.doors->entries()) + " entries";
  measured.nothing_lost = audited.code == 0 && audited.text.starts_with(counted);
}

Measured measure(Options options) {
  Measured measured;
  measured.load_before = load_average();
  TemporaryFolder folder;
  std::unique_ptr<Child> server;
  const std::string database = (folder.path() / "bench.db").string();
  if (options.spawn) {
    const std::string port = free_port();
    options.url = "http://127.0.0.1:" + port;
    const auto line = command(options, port, database);
    server = std::make_unique<Child>([&] { return become(line); });
    options.pid = server->pid();
  }
  const Site site = site_of(options.url);
  wait_until_it_answers(site, server.get());
  measured.options = options;
  measured.durable_writes = durable_writes(folder.path(), 4096, 200);

  const auto usage = [&] { return options.pid ? usage_of(*options.pid) : std::nullopt; };
  const auto generator = [] { return usage_of(getpid())->cpu_seconds; };
  const auto before = [&] {
    measured.server_before = usage();
    measured.generator_cpu_seconds = -generator();
  };
  const auto after = [&] {
    measured.server_after = usage();
    measured.generator_cpu_seconds += generator();
  };
  if (options.doors)
    measured.doors = measure_doors(options, site, before, after);
  else
    measured.play = measure_play(options, site, before, after);
  server.reset();
  if (measured.doors) prove(measured, database);
  const Figures& figures = measured.play.figures;
  const auto people = static_cast<std::uint64_t>(options.seats + options.spectators);
  if (options.bare && figures.actions > 0)
    measured.bare = measure_bare(options, figures.bytes / figures.actions / people);
  return measured;
}

}  // namespace

}  // namespace baize::bench

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = baize::bench::read_options(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    std::puts(report(baize::bench::measure(*options)).c_str());
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
