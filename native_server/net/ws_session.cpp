#include "net/ws_session.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/beast/zlib/error.hpp>
#include <chrono>
#include <list>
#include <optional>

#include "accounts/sliding_window.h"
#include "ops/log.h"

namespace baize::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;

namespace {

// How long a client that is being closed has to answer, in ms.
constexpr core::TimeMs k_close_ms = 3'000;
// What a connection keeps of the room for a message when that has been read, in bytes.
constexpr std::size_t k_keep = 4096;
// Output is framed until this much is unsent, in bytes; the rest waits in the queue, where views can still collapse.
constexpr std::size_t k_framed_bytes = 16 * 1024;
// Of compressed text (RFC 7692): how hard repetitions are looked for, 1 to 9; how much memory that takes, as a power of
// two, 1 to 9; the window of what a client sends, as a power of two; and from which length on, in bytes, it is worth
// it.
constexpr int k_deflate_level = 6;
constexpr int k_deflate_memory = 2;
constexpr int k_client_window_bits = 9;
constexpr std::size_t k_least_deflated = 32;

using Language = Admission::Language;

// Both windows are small and the memory of the search, too: with all of it a connection that is compressed would take
// 300 KB. A client that does not let the server choose its window may use one of 32 KB. Nothing is given to those who
// speak binary: what they get is short, and compressing it makes it longer.
websocket::permessage_deflate compression(const NetLimits& limits, bool text) {
  websocket::permessage_deflate deflate;
  deflate.server_enable = text && limits.deflate_bits > 0;
  if (!deflate.server_enable) return deflate;
  deflate.server_max_window_bits = limits.deflate_bits;
  deflate.compLevel = k_deflate_level;
  deflate.memLevel = k_deflate_memory;
  deflate.msg_size_threshold = k_least_deflated;
  return deflate;
}

// Whether the client lets the server choose the window that it compresses with (RFC 7692 section 7.1.2.2).
bool lets_choose(const UpgradeRequest& request) {
  const auto offers = request[beast::http::field::sec_websocket_extensions];
  return offers.find("client_max_window_bits") != beast::string_view::npos;
}

// The first of the client's offers that is spoken here (RFC 6455 section 4.2.2).
const Language* agreed(const UpgradeRequest& request, const std::vector<Language>& languages) {
  for (const auto& field : beast::http::token_list(request[beast::http::field::sec_websocket_protocol]))
    for (const Language& one : languages)
      if (one.subprotocol == std::string_view(field.data(), field.size())) return &one;
  return nullptr;
}

// Beast ends a connection without a word where it cannot inflate what it reads or finds no room for it; the client is
// owed a code (RFC 6455 section 7.4.1). None for everything else: then Beast has said one, or nobody is there to hear
// it.
websocket::close_code unsaid(error_code failure) {
  if (failure == websocket::error::buffer_overflow) return websocket::close_code::too_big;
  if (failure.category() == make_error_code(beast::zlib::error::general).category())
    return websocket::close_code::bad_payload;
  return websocket::close_code::none;
}

std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

class WsSession : public Connection, public Flushed, public std::enable_shared_from_this<WsSession> {
 public:
  WsSession(Loop& loop, LoopSocket socket, const NetLimits& limits)
      : loop_(loop),
        number_(next_number()),
        counted_(loop.metrics().websocket_connections),
        ws_(CorkedStream(std::move(socket), loop.metrics(), loop.spare_buffers())),
        limits_(limits),
        deadline_(loop) {
    place_ = loop_.connections().insert(loop_.connections().end(), this);
  }
  ~WsSession() override { loop_.connections().erase(place_); }

  asio::awaitable<void> run(UpgradeRequest request, Admission admission);

  std::uint64_t number() const override { return number_; }
  std::string_view subprotocol() const override { return subprotocol_; }
  std::string_view family() const override { return family_; }
  const std::string& address() const override { return ticket_->address(); }
  void belong_to(const std::string& account, std::string family) override;
  void send(Outgoing message) override;
  bool keeps_up() const override { return queue_.empty() && !waiting_; }
  void close(CloseCode code, std::string_view reason) override;
  void flush() override;

 private:
  asio::awaitable<bool> accept(const UpgradeRequest& request, const std::vector<Language>& languages);
  asio::awaitable<websocket::close_code> read_all(Receiver& receiver);
  asio::awaitable<void> say_why(websocket::close_code code);
  void count_control_frame();
  void hold(std::shared_ptr<ConnectionCaps::Ticket> ticket);
  void write(const Outgoing& message);
  void write_queue();
  void collapse();
  void wait_until_writable();
  void dirty();
  void close_now();
  void close_slow();
  void drop();

  Loop& loop_;
  const std::uint64_t number_;
  const Gauge::One counted_;
  websocket::stream<CorkedStream> ws_;
  const NetLimits& limits_;
  LoopTimer deadline_;
  std::list<Connection*>::iterator place_;
  std::string_view subprotocol_;
  std::string family_;
  std::shared_ptr<ConnectionCaps::Ticket> ticket_;
  std::list<Outgoing> queue_;  // most never have any: nothing is allocated for it
  std::size_t queued_bytes_ = 0;
  bool flush_due_ = false;
  bool waiting_ = false;  // for the socket to take more
  bool open_ = false;
  std::optional<websocket::close_reason> closing_;
  SlidingWindow control_frames_;
};

asio::awaitable<bool> WsSession::accept(const UpgradeRequest& request, const std::vector<Language>& languages) {
  const Language* const language = agreed(request, languages);
  if (language != nullptr) subprotocol_ = language->subprotocol;
  websocket::stream_base::timeout times;
  times.handshake_timeout = websocket::stream_base::none();  // the corked stream takes the answer at once
  times.idle_timeout = std::chrono::milliseconds(limits_.silence_ms);
  times.keep_alive_pings = true;  // after half of the idle time-out
  ws_.set_option(times);
  ws_.read_message_max(limits_.frame_bytes);
  ws_.auto_fragment(false);
  const bool text = language == nullptr || language->frames == Receiver::Frame::text;
  ws_.text(text);
  auto deflate = compression(limits_, text);
  if (lets_choose(request)) deflate.client_max_window_bits = k_client_window_bits;
  ws_.set_option(deflate);
  ws_.set_option(websocket::stream_base::decorator([&](websocket::response_type& response) {
    response.set(beast::http::field::server, "Baize");
    if (!subprotocol_.empty())
      response.set(beast::http::field::sec_websocket_protocol,
                   beast::string_view(subprotocol_.data(), subprotocol_.size()));
  }));
  error_code failure;
  co_await ws_.async_accept(request, asio::redirect_error(asio::use_awaitable, failure));
  co_return !failure;
}

// Each ping is answered, so a client may not send any number of them. Beast calls this while it reads, when nothing may
// be closed.
void WsSession::count_control_frame() {
  const core::TimeMs now = now_ms();
  if (control_frames_.wait(limits_.control_frames, limits_.window_ms, now) == 0)
    return control_frames_.add(limits_.window_ms, now);
  loop_.post([weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->close(CloseCode::policy_violation, "too many control frames");
  });
}

// Reads until nothing more comes: the code that the client is still owed, if any.
asio::awaitable<websocket::close_code> WsSession::read_all(Receiver& receiver) {
  ws_.control_callback([this](websocket::frame_type kind, beast::string_view) {
    if (kind != websocket::frame_type::close) count_control_frame();
  });
  // A compressed frame may say that it is of any length, and Beast makes room for that; what is within the limit finds
  // room here both packed and unpacked.
  beast::flat_buffer buffer(2 * limits_.frame_bytes + k_keep);
  for (;;) {
    error_code failure;
    co_await ws_.async_read(buffer, asio::redirect_error(asio::use_awaitable, failure));
    if (failure) co_return unsaid(failure);
    const auto bytes = buffer.cdata();
    if (!closing_)
      receiver.received({static_cast<const char*>(bytes.data()), bytes.size()},
                        ws_.got_text() ? Receiver::Frame::text : Receiver::Frame::binary);
    buffer.consume(buffer.size());
    if (buffer.capacity() > k_keep) buffer.shrink_to_fit();
  }
}

asio::awaitable<void> WsSession::run(UpgradeRequest request, Admission admission) {
  const auto self = shared_from_this();
  ws_.next_layer().on_dirty([this] { dirty(); });
  error_code ignored;
  if (!co_await accept(request, admission.languages)) {
    ws_.next_layer().flush(ignored);
    co_return;
  }
  open_ = true;
  family_ = admission.family;
  hold(std::move(admission.ticket));
  const auto receiver = admission.enter(self);
  // A connection may last for days: what it began with is not kept.
  request = UpgradeRequest();
  admission = Admission();
  const auto owed = co_await read_all(*receiver);
  const bool hears_why = owed != websocket::close_code::none && open_ && !waiting_;
  open_ = false;
  queue_.clear();
  deadline_.cancel();
  log_debug({.connection = number_}, "A connection has gone: {}", static_cast<int>(ws_.reason().code));
  receiver->closed();
  ws_.next_layer().flush(ignored);
  if (hears_why) co_await say_why(owed);
  if (waiting_) drop();  // for a client that reads nothing; else the socket would live as long as that
}

// A close frame past Beast, which takes the connection for dead. What is still on its way is read and thrown away:
// unread it would reset the connection, and the frame might be lost.
asio::awaitable<void> WsSession::say_why(websocket::close_code code) {
  const std::array<std::uint8_t, 4> frame{0x88, 2, static_cast<std::uint8_t>(code >> 8),
                                          static_cast<std::uint8_t>(code & 0xff)};
  error_code failure;
  ws_.next_layer().write_some(asio::buffer(frame), failure);
  ws_.next_layer().flush(failure);
  ws_.next_layer().next_layer().shutdown(asio::socket_base::shutdown_send, failure);
  deadline_.start(k_close_ms, [this] { drop(); });
  std::array<char, 512> thrown_away;
  while (!failure)
    co_await ws_.next_layer().async_read_some(asio::buffer(thrown_away),
                                              asio::redirect_error(asio::use_awaitable, failure));
  deadline_.cancel();
}

void WsSession::hold(std::shared_ptr<ConnectionCaps::Ticket> ticket) {
  ticket_ = std::move(ticket);
  ticket_->on_taken([&loop = loop_, weak = weak_from_this()] {
    loop.post([weak] {
      if (const auto self = weak.lock()) self->close(CloseCode::opened_elsewhere, "opened elsewhere");
    });
  });
}

void WsSession::belong_to(const std::string& account, std::string family) {
  family_ = std::move(family);
  ticket_->belong_to(account);
}

void WsSession::send(Outgoing message) {
  if (!open_ || closing_) return;
  if (keeps_up()) {
    write(message);
    return;
  }
  message.head.shrink_to_fit();
  message.tail.shrink_to_fit();
  queued_bytes_ += message.size();
  queue_.push_back(std::move(message));
  if (queued_bytes_ <= limits_.queue_bytes) return;
  collapse();
  if (queued_bytes_ > limits_.queue_bytes) close_slow();
}

// Into the corked stream: never waits. Sync writes are safe beside Beast's own pongs, since those too are taken whole.
void WsSession::write(const Outgoing& message) {
  const std::string clock = message.clock != nullptr ? message.clock(now_ms() - message.clock_from) : std::string();
  const std::array<asio::const_buffer, 4> parts{asio::buffer(message.head), asio::buffer(clock),
                                                message.shared ? asio::buffer(*message.shared) : asio::const_buffer(),
                                                asio::buffer(message.tail)};
  error_code failure;
  ws_.write(parts, failure);
  if (failure) drop();
}

// The newest view stays; older ones and the events before it go.
void WsSession::collapse() {
  const auto newest = std::find_if(queue_.rbegin(), queue_.rend(),
                                   [](const Outgoing& one) { return one.kind == Outgoing::Kind::view; });
  if (newest == queue_.rend()) return;
  const auto stays = std::prev(newest.base());
  const std::size_t before = queue_.size();
  for (auto one = queue_.begin(); one != stays;) {
    if (one->kind == Outgoing::Kind::message) {
      ++one;
      continue;
    }
    queued_bytes_ -= one->size();
    one = queue_.erase(one);
  }
  loop_.metrics().collapsed_messages.add(before - queue_.size());
}

void WsSession::dirty() {
  if (flush_due_ || waiting_) return;
  flush_due_ = true;
  loop_.flush_later(weak_from_this());
}

void WsSession::flush() {
  flush_due_ = false;
  error_code failure;
  ws_.next_layer().flush(failure);
  if (failure) return drop();
  if (ws_.next_layer().unsent() > 0 && !waiting_) wait_until_writable();
}

void WsSession::wait_until_writable() {
  if (!waiting_ && !closing_) deadline_.start(limits_.blocked_ms, [this] { close_slow(); });
  waiting_ = true;
  ws_.next_layer().next_layer().async_wait(asio::socket_base::wait_write,
                                           [self = shared_from_this()](error_code failure) {
                                             if (failure) return;
                                             self->waiting_ = false;
                                             self->write_queue();
                                           });
}

void WsSession::write_queue() {
  error_code failure;
  ws_.next_layer().flush(failure);
  if (failure) return drop();
  if (!closing_) deadline_.cancel();
  while (!queue_.empty() && ws_.next_layer().unsent() < k_framed_bytes) {
    const Outgoing next = std::move(queue_.front());
    queue_.pop_front();
    queued_bytes_ -= next.size();
    write(next);
  }
  if (queue_.empty() && closing_ && open_) return close_now();
  if (ws_.next_layer().unsent() > 0) wait_until_writable();
}

void WsSession::close(CloseCode code, std::string_view reason) {
  if (!open_ || closing_) return;
  closing_ = websocket::close_reason(static_cast<websocket::close_code>(code), reason);
  if (code == CloseCode::try_again_later) queue_.clear();
  deadline_.start(k_close_ms, [this] { drop(); });
  if (queue_.empty()) close_now();
}

void WsSession::close_slow() {
  if (!open_ || closing_) return;
  loop_.metrics().slow_readers_closed.add();
  close(CloseCode::try_again_later, "reading too slowly");
}

void WsSession::close_now() {
  open_ = false;
  ws_.async_close(*closing_, [self = shared_from_this()](error_code) { self->deadline_.cancel(); });
}

void WsSession::drop() {
  open_ = false;
  error_code ignored;
  ws_.next_layer().next_layer().close(ignored);
}

}  // namespace

void run_ws_session(Admission admission, int descriptor, bool v6, UpgradeRequest request, const NetLimits& limits) {
  LoopSocket socket(admission.loop->context());
  error_code failure;
  socket.assign(v6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), descriptor, failure);
  if (failure) {
    log_warning({}, "A connection could not be handed to its table's loop: {}", failure.message());
    return;
  }
  const auto executor = socket.get_executor();
  auto session = std::make_shared<WsSession>(*admission.loop, std::move(socket), limits);
  asio::co_spawn(
      executor,
      [session, request = std::move(request), admission = std::move(admission)]() mutable {
        return session->run(std::move(request), std::move(admission));
      },
      [session](const std::exception_ptr& thrown) {
        if (thrown) std::rethrow_exception(thrown);
      });
}

}  // namespace baize::server
