#include "load/broadcaster.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "load/machine.h"

namespace baize::bench {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::awaitable;
using asio::use_awaitable;

namespace {

using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using Frame = std::shared_ptr<const std::string>;

class Member : public std::enable_shared_from_this<Member> {
 public:
  explicit Member(Socket socket) : ws(std::move(socket)) {}

  void send(Frame frame) {
    unsent_.push_back(std::move(frame));
    if (unsent_.size() == 1) write();
  }

  websocket::stream<Socket> ws;

 private:
  void write() {
    ws.async_write(asio::buffer(*unsent_.front()), [self = shared_from_this()](auto failure, std::size_t) {
      if (failure) return;
      self->unsent_.pop_front();
      if (!self->unsent_.empty()) self->write();
    });
  }

  std::deque<Frame> unsent_;
};

struct Members {
  std::uint64_t frames = 0;
  std::vector<std::shared_ptr<Member>> all;
};

class Broadcaster {
 public:
  Broadcaster(const Listening& socket, std::size_t frame_bytes) : acceptor_(context_), frame_bytes_(frame_bytes) {
    acceptor_.assign(asio::ip::tcp::v4(), socket.descriptor);
  }

  void run() {
    asio::co_spawn(context_, accept(), asio::detached);
    context_.run();
  }

 private:
  awaitable<void> accept() {
    for (;;) {
      Socket socket(context_);
      co_await acceptor_.async_accept(socket, use_awaitable);
      socket.set_option(asio::ip::tcp::no_delay(true));
      asio::co_spawn(context_, serve(std::make_shared<Member>(std::move(socket))), asio::detached);
    }
  }

  awaitable<void> serve(std::shared_ptr<Member> member) {
    beast::flat_buffer buffer;
    beast::http::request<beast::http::string_body> request;
    co_await beast::http::async_read(member->ws.next_layer(), buffer, request, use_awaitable);
    member->ws.auto_fragment(false);
    member->ws.text(true);
    co_await member->ws.async_accept(request, use_awaitable);
    Members& members = tables_[std::string(request.target())];
    members.all.push_back(member);
    for (;;) {
      buffer.clear();
      co_await member->ws.async_read(buffer, use_awaitable);
      const std::string_view said(static_cast<const char*>(buffer.cdata().data()), buffer.size());
      if (said.starts_with('p')) {
        member->send(std::make_shared<const std::string>(said));
        continue;
      }
      std::string text = std::to_string(++members.frames);
      text.resize(std::max(text.size(), frame_bytes_), ' ');
      const auto frame = std::make_shared<const std::string>(std::move(text));
      for (const auto& one : members.all) one->send(frame);
    }
  }

  asio::io_context context_{1};
  asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type> acceptor_;
  std::size_t frame_bytes_;
  std::map<std::string, Members> tables_;
};

int broadcast(const std::vector<Listening>& sockets, std::size_t frame_bytes) {
  std::vector<std::thread> threads;
  for (const Listening& one : sockets)
    threads.emplace_back([&one, frame_bytes] { Broadcaster(one, frame_bytes).run(); });
  for (std::thread& one : threads) one.join();
  return 0;
}

}  // namespace

Listening listen_locally() {
  Listening made;
  made.descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (bind(made.descriptor, any, size) < 0 || listen(made.descriptor, 4096) < 0 ||
      getsockname(made.descriptor, any, &size) < 0)
    throw std::runtime_error("Cannot listen on 127.0.0.1.");
  made.port = ntohs(address.sin_port);
  return made;
}

BareServer::BareServer(std::size_t frame_bytes) {
  std::vector<Listening> sockets;
  for (int i = 0; i < cores(); ++i) sockets.push_back(listen_locally());
  child_ = std::make_unique<Child>([&] { return broadcast(sockets, frame_bytes); });
  for (const Listening& one : sockets) {
    sites_.push_back({"127.0.0.1", {asio::ip::address_v4::loopback(), one.port}});
    close(one.descriptor);
  }
}

std::int64_t BareServer::resident_bytes() const {
  const auto used = usage_of(child_->pid());
  return used ? used->resident_bytes : 0;
}

}  // namespace baize::bench
