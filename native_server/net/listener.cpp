#include "net/listener.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

#include "net/http_session.h"
#include "ops/log.h"

namespace baize::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Listener::Acceptor {
  asio::basic_socket_acceptor<tcp, asio::io_context::executor_type> socket;
  std::vector<Loop*> loops;
  Door& door;

  asio::awaitable<void> run();
};

asio::awaitable<void> Listener::Acceptor::run() {
  for (std::size_t next = 0; socket.is_open(); next = (next + 1) % loops.size()) {
    Loop& loop = *loops[next];
    LoopSocket accepted(loop.context());
    error_code failure;
    co_await socket.async_accept(accepted, asio::redirect_error(asio::use_awaitable, failure));
    if (failure == asio::error::operation_aborted || !socket.is_open()) co_return;
    if (failure) {
      // Out of descriptors, most likely: what is open goes on, and new ones wait in the kernel's queue for a moment.
      log_warning({}, "A connection could not be accepted: {}", failure.message());
      asio::steady_timer pause(socket.get_executor(), std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, failure));
      continue;
    }
    auto handed = std::make_shared<LoopSocket>(std::move(accepted));
    loop.post([&loop, handed, this] { run_http_session(loop, std::move(*handed), door); });
  }
}

Listener::Listener(std::unique_ptr<Acceptor> acceptor) : acceptor_(std::move(acceptor)) {}
Listener::~Listener() = default;

core::Result<std::unique_ptr<Listener>> Listener::open(const std::string& address, std::uint16_t port,
                                                       std::vector<Loop*> loops, Door& door) {
  const auto unable = [&](const std::string& why) {
    return core::fail(core::Reason::server_full,
                      "Cannot listen on " + address + " port " + std::to_string(port) + ": " + why + ".");
  };
  error_code failure;
  const auto ip = asio::ip::make_address(address, failure);
  if (failure) return unable("this is not an IP address");
  const tcp::endpoint endpoint(ip, port);
  asio::basic_socket_acceptor<tcp, asio::io_context::executor_type> socket(loops.front()->context());
  socket.open(endpoint.protocol(), failure);
  if (!failure) socket.set_option(asio::socket_base::reuse_address(true), failure);
  if (!failure) socket.bind(endpoint, failure);
  if (!failure) socket.listen(4096, failure);
  if (failure == asio::error::address_in_use) return unable("the port is taken, choose another one with --port");
  if (failure) return unable(failure.message());
  return std::unique_ptr<Listener>(
      new Listener(std::unique_ptr<Acceptor>(new Acceptor{std::move(socket), std::move(loops), door})));
}

std::uint16_t Listener::port() const {
  error_code ignored;
  return acceptor_->socket.local_endpoint(ignored).port();
}

void Listener::start() { asio::co_spawn(acceptor_->socket.get_executor(), acceptor_->run(), asio::detached); }

void Listener::stop() {
  acceptor_->loops.front()->post([this] {
    error_code ignored;
    acceptor_->socket.close(ignored);
  });
}

}  // namespace baize::server
