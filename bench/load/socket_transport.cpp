#include "load/socket_transport.h"

#include <netinet/tcp.h>

#include <boost/asio/bind_executor.hpp>
#include <boost/beast/core/buffered_read_stream.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

#include "load/frame_sizes.h"

namespace baize::bench {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;

// A socket that sees what comes in, before anything is unpacked.
using PlainSocket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
class Socket : public PlainSocket {
 public:
  using basic_stream_socket::basic_stream_socket;
  FrameSizes& sizes() { return sizes_; }

  template <class Buffers, class Handler>
  void async_read_some(const Buffers& buffers, Handler&& handler) {
    auto executor = asio::get_associated_executor(handler, get_executor());
    basic_stream_socket::async_read_some(
        buffers, asio::bind_executor(executor, [this, buffers, handler = std::forward<Handler>(handler)](
                                                   error_code failure, std::size_t size) mutable {
          feed(buffers, failure ? 0 : size);
          handler(failure, size);
        }));
  }

 private:
  template <class Buffers>
  void feed(const Buffers& buffers, std::size_t size) {
    for (const asio::mutable_buffer one : beast::buffers_range_ref(buffers)) {
      const std::size_t here = std::min(size, one.size());
      sizes_.feed({static_cast<const char*>(one.data()), here});
      size -= here;
    }
  }

  FrameSizes sizes_;
};

// A socket that takes all that has come with one system call: the server sends the messages of a move together, and the
// WebSocket stream above asks for them in small pieces.
inline constexpr std::size_t k_read_ahead = 16 * 1024;
class ReadAhead : public beast::buffered_read_stream<Socket, beast::flat_static_buffer<k_read_ahead>> {
 public:
  explicit ReadAhead(Socket socket) : buffered_read_stream(std::move(socket)) { capacity(k_read_ahead); }
};

// How a WebSocket stream ends the connection below it (found by Beast through the argument's namespace).
template <class Handler>
void async_teardown(beast::role_type role, ReadAhead& stream, Handler&& handler) {
  websocket::async_teardown(role, static_cast<PlainSocket&>(stream.next_layer()), std::forward<Handler>(handler));
}
void teardown(beast::role_type role, ReadAhead& stream, error_code& failure);
void teardown(beast::role_type role, ReadAhead& stream, error_code& failure) {
  websocket::teardown(role, static_cast<PlainSocket&>(stream.next_layer()), failure);
}

namespace {

constexpr std::uint16_t k_broken = 1006;  // RFC 6455 section 7.4.1: no close frame came
// Of a client that does not keep up, in bytes: its receive buffer, and a segment as on an Ethernet.
constexpr int k_narrow_window = 4096;
constexpr int k_narrow_segment = 1400;

}  // namespace

// One connection, alive until its last operation has ended.
class SocketTransport::Line : public std::enable_shared_from_this<Line> {
 public:
  Line(SocketTransport& owner, client::TransportEvents& events, protocol::Wire best)
      : ws_(Socket(owner.context_)), tap_(owner.tap_), events_(&events), reads_(owner.reads_) {
    ws_.set_option(websocket::stream_base::timeout{std::chrono::seconds(30), websocket::stream_base::none(), false});
    // A mask need not be unpredictable where both ends are ours, and costs less.
    ws_.secure_prng(false);
    ws_.auto_fragment(false);
    if (owner.deflate_) {
      websocket::permessage_deflate deflate;
      deflate.client_enable = true;
      ws_.set_option(deflate);
    }
    ws_.set_option(websocket::stream_base::decorator([token = owner.token_, best](websocket::request_type& request) {
      if (!token.empty()) request.set(beast::http::field::authorization, "Bearer " + token);
      request.set(beast::http::field::sec_websocket_protocol, offer(best));
    }));
  }

  // Before the connection is made: what its two ends tell each other at the start depends on it.
  void narrow(const Site& site) {
    error_code ignored;
    Socket& socket = ws_.next_layer().next_layer();
    socket.open(site.endpoint.protocol(), ignored);
    socket.set_option(asio::socket_base::receive_buffer_size(k_narrow_window), ignored);
    socket.set_option(asio::detail::socket_option::integer<IPPROTO_TCP, TCP_MAXSEG>(k_narrow_segment), ignored);
  }

  void connect(const Site& site, const std::string& path) {
    ws_.next_layer().next_layer().async_connect(
        site.endpoint, [self = shared_from_this(), host = site.host, path](error_code failure) {
          if (failure) return self->lose(failure);
          error_code ignored;
          self->ws_.next_layer().next_layer().set_option(asio::ip::tcp::no_delay(true), ignored);
          self->shake_hands(host, path);
        });
  }

  void send(std::string_view frame) {
    unsent_.emplace_back(frame);
    if (unsent_.size() == 1) write();
  }

  // Nobody is told anything any more.
  void cut() {
    events_ = nullptr;
    error_code ignored;
    ws_.next_layer().next_layer().close(ignored);
  }

  void break_off() {
    error_code ignored;
    Socket& socket = ws_.next_layer().next_layer();
    socket.set_option(asio::socket_base::linger(true, 0), ignored);  // no orderly end: the server gets a reset
    socket.close(ignored);
  }

  void stop_reading() { reads_ = false; }

 private:
  void shake_hands(const std::string& host, const std::string& path) {
    ws_.async_handshake(response_, host, path, [self = shared_from_this()](error_code failure) {
      if (failure) return self->lose(failure);
      const auto chosen = self->response_[beast::http::field::sec_websocket_protocol];
      self->wire_ = protocol::wire_named({chosen.data(), chosen.size()}).value_or(protocol::Wire::json);
      self->ws_.binary(self->wire_ == protocol::Wire::cereal);
      if (self->events_) self->events_->on_open(self->wire_);
      self->read();
    });
  }

  static std::string offer(protocol::Wire best) {
    const std::string json(protocol::subprotocol(protocol::Wire::json));
    if (best == protocol::Wire::json) return json;
    return std::string(protocol::subprotocol(best)) + ", " + json;
  }

  void read() {
    if (events_ == nullptr || !reads_) return;
    ws_.async_read(buffer_, [self = shared_from_this()](error_code failure, std::size_t) {
      if (self->events_ == nullptr) return;
      if (failure) return self->lose(failure);
      const auto bytes = self->buffer_.cdata();
      const std::string_view frame(static_cast<const char*>(bytes.data()), bytes.size());
      const std::uint64_t wire_bytes = self->ws_.next_layer().next_layer().sizes().take();
      if (self->reads_ && self->tap_.heard(frame, self->wire_, wire_bytes) && self->events_) {
        self->events_->on_frame(frame);
        self->tap_.handed_on();
      }
      self->buffer_.consume(self->buffer_.size());
      self->read();
    });
  }

  void write() {
    ws_.async_write(asio::buffer(unsent_.front()), [self = shared_from_this()](error_code failure, std::size_t) {
      if (failure) return;  // the reading finds out, too
      self->unsent_.pop_front();
      if (!self->unsent_.empty()) self->write();
    });
  }

  void lose(error_code failure) {
    auto* events = std::exchange(events_, nullptr);
    if (events == nullptr) return;
    const auto& reason = ws_.reason();
    const auto code = failure == websocket::error::closed ? static_cast<std::uint16_t>(reason.code) : k_broken;
    const std::string why = code == k_broken ? failure.message() : std::string(reason.reason.c_str());
    tap_.lost(code, why);
    events->on_close(code, why);
  }

  websocket::stream<ReadAhead> ws_;
  websocket::response_type response_;
  protocol::Wire wire_ = protocol::Wire::json;
  beast::flat_buffer buffer_;
  std::deque<std::string> unsent_;
  Tap& tap_;
  client::TransportEvents* events_;
  bool reads_;
};

SocketTransport::SocketTransport(asio::io_context& context, const Site& site, Tap& tap)
    : context_(context), site_(site), tap_(tap) {}

SocketTransport::~SocketTransport() { close(); }

void SocketTransport::aim(std::string path, std::string token) {
  path_ = std::move(path);
  token_ = std::move(token);
}

void SocketTransport::open(client::TransportEvents& events, protocol::Wire best) {
  close();
  line_ = std::make_shared<Line>(*this, events, best);
  if (narrow_) line_->narrow(site_);
  line_->connect(site_, path_);
}

void SocketTransport::send(std::string_view frame) {
  if (line_) line_->send(frame);
}

void SocketTransport::break_off() {
  if (line_) line_->break_off();
}

void SocketTransport::stop_reading() {
  reads_ = false;
  if (line_) line_->stop_reading();
}

void SocketTransport::close() {
  if (line_) line_->cut();
  line_.reset();
}

}  // namespace baize::bench
