#include "load/served.h"

#include <sys/resource.h>
#include <unistd.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <stdexcept>
#include <string_view>

#include "load/broadcaster.h"

namespace baize::bench {

namespace asio = boost::asio;

namespace {

// Files that a server needs besides its connections: database, log, event loops.
constexpr int k_other_files = 100;

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

std::string database_in(const std::filesystem::path& folder) { return (folder / "bench.db").string(); }

// With a grant that outlasts every buy-in, so that the wallets never decide how long tables play, and without the
// limits that hold people in check: the generator is a whole room of them that act as fast as it is told to.
std::vector<std::string> command(const Options& options, const std::string& port, const std::string& database) {
  std::vector<std::string> words = {
      options.server, "serve", "--bind",        "127.0.0.1", "--port",
      port,           "--db",  database,        "--loops",   std::to_string(options.server_loops),
      "--log-level",  "warn",  "--first-grant", "1000000"};
  for (const char* limit : {"--max-connections", "--max-account-connections", "--max-table-connections",
                            "--max-address-connections", "--max-address-sockets", "--max-http-connections",
                            "--max-address-http", "--max-address-sign-ins", "--max-account-tables", "--max-polls",
                            "--max-messages", "--max-chat", "--max-loop-lag-ms", "--max-journal-queue"}) {
    words.emplace_back(limit);
    words.emplace_back("0");
  }
  return words;
}

// A port that was free a moment ago.
std::string free_port() {
  const Listening listening = listen_locally();
  close(listening.descriptor);
  return std::to_string(listening.port);
}

}  // namespace

Served::Served(const Options& options) : server_(options.server), pid_(options.pid) {
  std::string url = options.url;
  if (options.spawn) {
    const std::string port = free_port();
    url = "http://127.0.0.1:" + port;
    const auto line = command(options, port, database_in(folder()));
    child_ = std::make_unique<Child>([&] { return become(line); });
    pid_ = child_->pid();
  }
  site_ = site_of(url);
  wait_until_it_answers(site_, child_.get());
}

std::optional<Usage> Served::usage() const { return pid_ ? usage_of(*pid_) : std::nullopt; }

std::int64_t Served::resident_bytes() const {
  const auto used = usage();
  return used ? used->resident_bytes : 0;
}

Served::Audited Served::stop_and_audit() {
  child_.reset();
  Audited audited;
  const std::string command = "'" + server_ + "' audit '" + database_in(folder()) + "'";
  FILE* const output = popen(command.c_str(), "r");
  if (output == nullptr) return audited;
  char part[512];
  while (std::fgets(part, sizeof part, output) != nullptr) audited.text += part;
  audited.content = pclose(output) == 0;
  return audited;
}

void Span::begin(const Served& server) {
  before_ = server.usage();
  generator_cpu_seconds_ = -usage_of(getpid())->cpu_seconds;
}

void Span::end(const Served& server) {
  after_ = server.usage();
  generator_cpu_seconds_ += usage_of(getpid())->cpu_seconds;
}

void allow_open_files(int wanted) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  const auto needed = static_cast<rlim_t>(wanted + k_other_files);
  if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < needed)
    throw std::runtime_error("This needs " + std::to_string(needed) +
                             " open files in a process, and the system allows " + std::to_string(limit.rlim_cur) +
                             ": raise the hard limit (ulimit -Hn) or ask for less.");
}

}  // namespace baize::bench
