#include <sys/resource.h>

#include <csignal>
#include <iostream>

#include "commands/commands.h"
#include "ops/log.h"
#include "server.h"

namespace baize::server {

namespace {

// In the address that people can open: a server on all addresses is reached here by the local one.
std::string address_of(const ServerSettings& settings, std::uint16_t port) {
  std::string host = settings.bind;
  if (host == "0.0.0.0" || host == "::") host = "127.0.0.1";
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  return "http://" + host + ":" + std::to_string(port) + "/";
}

// Each connection is a file to the system, and a shell allows a program fewer than there may be connections. As many as
// the system lets it have.
void allow_many_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int serve(const ServerSettings& settings) {
  start_log(settings.log_level);
  allow_many_files();
  // Blocked before any thread is made, so that only this one hears them.
  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, SIGTERM);
  sigaddset(&stops, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stops, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk

  auto server = Server::start(settings);
  if (!server) {
    std::cerr << server.error().message << '\n';
    return 1;
  }
  std::cout << "Baize is at " << address_of(settings, (*server)->port()) << std::endl;
  int signal = 0;
  sigwait(&stops, &signal);
  log_info({}, "Stopping");
  (*server)->stop();
  log_info({}, "Stopped");
  return 0;
}

}  // namespace baize::server
