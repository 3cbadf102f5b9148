#include "net/http_session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/rate_policy.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <chrono>
#include <ctime>
#include <limits>

#include "net/ws_session.h"

namespace baize::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

namespace {

// Lets everything pass and counts it: what Beast asks a policy for that limits a stream's rate.
class CountedBytes {
 public:
  explicit CountedBytes(LoopMetrics& metrics) : metrics_(metrics) {}

 private:
  friend class beast::rate_policy_access;
  static std::size_t available_read_bytes() { return std::numeric_limits<std::size_t>::max(); }
  static std::size_t available_write_bytes() { return std::numeric_limits<std::size_t>::max(); }
  void transfer_read_bytes(std::size_t count) const { metrics_.received_bytes.add(count); }
  void transfer_write_bytes(std::size_t count) const { metrics_.sent_bytes.add(count); }
  static void on_timer() {}

  LoopMetrics& metrics_;
};

using Stream = beast::basic_stream<asio::ip::tcp, asio::io_context::executor_type, CountedBytes>;
using Parser = http::request_parser<http::string_body>;

Request to_request(UpgradeRequest&& read, std::string peer) {
  Request request;
  request.method = read.method_string();
  const std::string_view target = read.target();
  const auto question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos) request.query = target.substr(question + 1);
  for (const auto& field : read) {
    std::string name(field.name_string());
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    request.fields.emplace_back(std::move(name), std::string(field.value()));
  }
  request.body = std::move(read.body());
  request.peer = std::move(peer);
  return request;
}

// RFC 9110 section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[40];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

// What to say to a request that could not be read; nothing where the client is gone or merely slow.
std::optional<Response> refusal(const error_code& failure) {
  if (failure == http::error::header_limit) {
    Response response =
        error_response(core::Error(core::Reason::too_large, "The header of this request is too large."));
    response.status = 431;
    return response;
  }
  if (failure == http::error::body_limit)
    return error_response(core::Error(core::Reason::too_large, "The body of this request is too large."));
  if (failure == http::error::end_of_stream || failure == http::error::partial_message) return std::nullopt;
  if (failure.category() == make_error_code(http::error::bad_line_ending).category())
    return error_response(core::Error(core::Reason::malformed, "This is not a well-formed HTTP request."));
  return std::nullopt;
}

class HttpSession {
 public:
  HttpSession(Loop& loop, LoopSocket socket, const asio::ip::tcp::endpoint& peer, Door& door,
              std::unique_ptr<HttpCaps::Place> place)
      : stream_(CountedBytes(loop.metrics()), std::move(socket)),
        loop_(loop),
        counted_(loop.metrics().http_connections),
        door_(door),
        place_(std::move(place)),
        peer_(peer.address().to_string()),
        v6_(peer.protocol() == asio::ip::tcp::v6()) {
    error_code ignored;
    stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  }

  asio::awaitable<void> run();

 private:
  asio::awaitable<bool> wait_for_request();
  asio::awaitable<error_code> read(Parser& parser);
  asio::awaitable<bool> write(const Response& response, const UpgradeRequest* request, bool keep_alive);
  asio::awaitable<bool> exchange(Parser& parser);
  asio::awaitable<void> upgrade(UpgradeRequest request);
  template <class Answer, class Ask>
  asio::awaitable<std::shared_ptr<Answer>> ask(Ask ask);
  void expire_in(core::TimeMs ms) { stream_.expires_after(std::chrono::milliseconds(ms)); }

  Stream stream_;
  Loop& loop_;
  const Gauge::One counted_;
  Door& door_;
  const std::unique_ptr<HttpCaps::Place> place_;
  beast::flat_buffer buffer_;
  const std::string peer_;
  const bool v6_;
  bool new_ = true;  // nothing has been asked yet
};

// Suspends until the door has answered, on whatever thread, and goes on here.
template <class Answer, class Ask>
asio::awaitable<std::shared_ptr<Answer>> HttpSession::ask(Ask ask) {
  const auto executor = stream_.get_executor();
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(std::shared_ptr<Answer>)>(
      [&](auto handler) {
        auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        ask([waiting, executor](Answer answer) {
          asio::post(executor, [waiting, answer = std::make_shared<Answer>(std::move(answer))]() mutable {
            std::move (*waiting)(std::move(answer));
          });
        });
      },
      asio::use_awaitable);
}

asio::awaitable<bool> HttpSession::wait_for_request() {
  if (buffer_.size() > 0) co_return true;
  expire_in(std::exchange(new_, false) ? door_.limits().header_ms : door_.limits().idle_ms);
  error_code failure;
  const auto count =
      co_await stream_.async_read_some(buffer_.prepare(4096), asio::redirect_error(asio::use_awaitable, failure));
  buffer_.commit(count);
  co_return !failure;
}

asio::awaitable<error_code> HttpSession::read(Parser& parser) {
  parser.header_limit(static_cast<std::uint32_t>(door_.limits().header_bytes));
  parser.body_limit(door_.limits().body_bytes);
  expire_in(door_.limits().header_ms);
  error_code failure;
  co_await http::async_read_header(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, failure));
  if (failure) co_return failure;
  expire_in(door_.limits().body_ms);
  if (parser.get()[http::field::expect] == "100-continue") {
    http::response<http::empty_body> proceed(http::status::continue_, parser.get().version());
    co_await http::async_write(stream_, proceed, asio::redirect_error(asio::use_awaitable, failure));
    if (failure) co_return failure;
  }
  co_await http::async_read(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, failure));
  co_return failure;
}

asio::awaitable<bool> HttpSession::write(const Response& answer, const UpgradeRequest* request, bool keep_alive) {
  if (answer.reason) loop_.metrics().reject(*answer.reason);
  const std::string_view content = answer.content();
  http::response<http::span_body<const char>> response;
  response.result(static_cast<unsigned>(answer.status));
  response.version(request ? request->version() : 11);
  response.set(http::field::server, "Baize");
  response.set(http::field::date, http_date());
  for (const auto& [name, value] : answer.fields) response.insert(name, value);
  if (!answer.type.empty()) response.set(http::field::content_type, answer.type);
  response.keep_alive(keep_alive);
  const bool bodiless = answer.status == 204 || answer.status == 304;
  if (!bodiless) response.content_length(content.size());
  const bool head = request && request->method() == http::verb::head;
  if (!head && !bodiless) response.body() = {content.data(), content.size()};
  http::serializer<false, http::span_body<const char>> serializer(response);
  error_code failure;
  expire_in(door_.limits().idle_ms);
  if (head || bodiless)
    co_await http::async_write_header(stream_, serializer, asio::redirect_error(asio::use_awaitable, failure));
  else
    co_await http::async_write(stream_, serializer, asio::redirect_error(asio::use_awaitable, failure));
  co_return !failure;
}

asio::awaitable<void> HttpSession::upgrade(UpgradeRequest request) {
  if (buffer_.size() > 0) {
    co_await write(error_response(core::Error(core::Reason::malformed, "Wait for the upgrade before sending.")),
                   &request, false);
    co_return;
  }
  stream_.expires_never();
  Request asked = to_request(UpgradeRequest(request), peer_);
  using Verdict = std::variant<Response, Admission>;
  const auto verdict = co_await ask<Verdict>([&](auto reply) { door_.admit(std::move(asked), std::move(reply)); });
  if (const auto* refused = std::get_if<Response>(verdict.get())) {
    co_await write(*refused, &request, false);
    co_return;
  }
  error_code failure;
  LoopSocket socket = stream_.release_socket();
  const int descriptor = socket.release(failure);
  if (failure) co_return;
  Admission admission = std::get<Admission>(std::move(*verdict));
  Loop* loop = admission.loop;
  loop->post([admission = std::move(admission), descriptor, v6 = v6_, request = std::move(request), door = &door_] {
    run_ws_session(admission, descriptor, v6, request, door->limits());
  });
}

asio::awaitable<bool> HttpSession::exchange(Parser& parser) {
  UpgradeRequest read = parser.release();
  const bool keep_alive = read.keep_alive() && !place_->crowded();
  const UpgradeRequest head(read.base());
  stream_.expires_never();
  Request request = to_request(std::move(read), peer_);
  const auto response = co_await ask<Response>([&](auto reply) { door_.answer(std::move(request), std::move(reply)); });
  const bool written = co_await write(*response, &head, keep_alive);
  co_return written&& keep_alive;
}

asio::awaitable<void> HttpSession::run() {
  while (co_await wait_for_request()) {
    Parser parser;
    const error_code failure = co_await read(parser);
    if (failure) {
      if (const auto response = refusal(failure)) co_await write(*response, nullptr, false);
      break;
    }
    if (beast::websocket::is_upgrade(parser.get())) {
      co_await upgrade(parser.release());
      co_return;
    }
    if (!co_await exchange(parser)) break;
  }
  error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

// Tells a connection for which there is no place, as far as it takes that at once, and ends it.
void turn_away(Loop& loop, LoopSocket socket, const core::Error& error) {
  loop.metrics().reject(error.reason);
  const Response answer = error_response(error);
  http::response<http::string_body> response(static_cast<http::status>(answer.status), 11, answer.body);
  response.set(http::field::server, "Baize");
  response.set(http::field::content_type, answer.type);
  response.set(http::field::retry_after, "5");
  response.keep_alive(false);
  response.prepare_payload();
  error_code ignored;
  socket.non_blocking(true, ignored);
  http::write(socket, response, ignored);
  socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace

void run_http_session(Loop& loop, LoopSocket socket, Door& door) {
  const auto executor = socket.get_executor();
  error_code ignored;
  const auto peer = socket.remote_endpoint(ignored);
  auto place = door.welcome(peer.address().to_string());
  if (!place) return turn_away(loop, std::move(socket), place.error());
  auto session = std::make_shared<HttpSession>(loop, std::move(socket), peer, door, std::move(*place));
  asio::co_spawn(
      executor, [session] { return session->run(); },
      [session](const std::exception_ptr& thrown) {
        if (thrown) std::rethrow_exception(thrown);
      });
}

}  // namespace baize::server
