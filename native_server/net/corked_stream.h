// A TCP socket whose writes are gathered in memory and sent together: everything that a turn of the loop has to say to
// one client goes out in one system call. The WebSocket stream above writes into it without ever waiting, so frames of
// several messages, pongs and close frames keep their order without a lock. Used by net/ws_session only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <functional>
#include <string>
#include <utility>

#include "net/spare_buffers.h"
#include "ops/metrics.h"

namespace baize::server {

// A socket that knows its executor's type: no virtual call for each operation.
using LoopSocket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

// A handler of reads that counts what was read. Everything else about it is as with the handler inside.
template <class Handler>
struct CountedRead {
  Handler handler;
  Counter* bytes;

  void operator()(boost::system::error_code failure, std::size_t count) {
    bytes->add(count);
    std::move(handler)(failure, count);
  }
};

class CorkedStream {
 public:
  using executor_type = LoopSocket::executor_type;
  using next_layer_type = LoopSocket;
  using Failure = boost::system::error_code;

  // Beyond this much unsent output a write fails, in bytes: the peer provokes answers and reads none.
  static constexpr std::size_t k_hard_limit = 1024 * 1024;

  // What the kernel takes of unsent output, in bytes. Left to itself it takes megabytes for a client that has been fast
  // before: old views that no newer one can replace any more, and memory that nobody has bounded.
  static constexpr int k_kernel_bytes = 64 * 1024;

  // `metrics` and `spares`, those of its loop, outlive it.
  CorkedStream(LoopSocket socket, LoopMetrics& metrics, SpareBuffers& spares)
      : socket_(std::move(socket)), metrics_(metrics), spares_(spares) {
    Failure ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    socket_.set_option(boost::asio::socket_base::send_buffer_size(k_kernel_bytes), ignored);
  }

  executor_type get_executor() noexcept { return socket_.get_executor(); }
  LoopSocket& next_layer() noexcept { return socket_; }
  const LoopSocket& next_layer() const noexcept { return socket_; }

  // Output that the socket has not taken yet, in bytes.
  std::size_t unsent() const { return out_.size() - sent_; }
  // Called whenever bytes wait here that nobody has promised to flush.
  void on_dirty(std::function<void()> call) { dirty_ = std::move(call); }
  // Hands the socket as much as it takes now. Fails when the connection is gone.
  void flush(Failure& failure);

  template <class Buffers>
  std::size_t read_some(const Buffers& buffers, Failure& failure) {
    const auto count = socket_.read_some(buffers, failure);
    metrics_.received_bytes.add(count);
    return count;
  }
  template <class Buffers>
  std::size_t read_some(const Buffers& buffers) {
    const auto count = socket_.read_some(buffers);
    metrics_.received_bytes.add(count);
    return count;
  }
  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(Failure, std::size_t)>(
        [this](auto&& handler, const Buffers& parts) {
          using Handler = std::decay_t<decltype(handler)>;
          socket_.async_read_some(
              parts, CountedRead<Handler>{std::forward<decltype(handler)>(handler), &metrics_.received_bytes});
        },
        token, buffers);
  }

  // Takes everything at once; fails only beyond the hard limit.
  template <class Buffers>
  std::size_t write_some(const Buffers& buffers, Failure& failure) {
    std::size_t taken = 0;
    failure = {};
    if (unsent() > k_hard_limit) {
      failure = boost::asio::error::no_buffer_space;
      return 0;
    }
    if (out_.empty()) out_ = spares_.take();
    for (auto part = boost::asio::buffer_sequence_begin(buffers); part != boost::asio::buffer_sequence_end(buffers);
         ++part) {
      const boost::asio::const_buffer bytes(*part);
      out_.append(static_cast<const char*>(bytes.data()), bytes.size());
      taken += bytes.size();
    }
    if (taken > 0 && dirty_) dirty_();
    return taken;
  }
  template <class Buffers>
  std::size_t write_some(const Buffers& buffers) {
    Failure failure;
    const auto taken = write_some(buffers, failure);
    if (failure) throw boost::system::system_error(failure);
    return taken;
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(Failure, std::size_t)>(
        [this](auto&& handler, const Buffers& parts) {
          Failure failure;
          const auto taken = write_some(parts, failure);
          const auto executor = boost::asio::get_associated_executor(handler, get_executor());
          boost::asio::post(executor, [handler = std::forward<decltype(handler)>(handler), failure, taken]() mutable {
            std::move(handler)(failure, taken);
          });
        },
        token, buffers);
  }

 private:
  LoopSocket socket_;
  LoopMetrics& metrics_;
  SpareBuffers& spares_;
  std::string out_;  // none while there is nothing to send
  std::size_t sent_ = 0;
  std::function<void()> dirty_;
};

// How a WebSocket stream ends the connection below it (found by Beast through the argument's namespace).
void teardown(boost::beast::role_type role, CorkedStream& stream, boost::system::error_code& failure);
template <class Handler>
void async_teardown(boost::beast::role_type role, CorkedStream& stream, Handler&& handler) {
  boost::system::error_code ignored;
  stream.flush(ignored);
  boost::beast::websocket::async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
}

}  // namespace baize::server

// The executor, allocator and cancellation slot of a counted read are those of its handler.
template <template <class, class> class Associator, class Handler, class Default>
struct boost::asio::associator<Associator, baize::server::CountedRead<Handler>, Default>
    : Associator<Handler, Default> {
  static auto get(const baize::server::CountedRead<Handler>& read) noexcept {
    return Associator<Handler, Default>::get(read.handler);
  }
  static auto get(const baize::server::CountedRead<Handler>& read, const Default& otherwise) noexcept {
    return Associator<Handler, Default>::get(read.handler, otherwise);
  }
};
