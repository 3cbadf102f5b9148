#include "load/calls.h"

#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <stdexcept>

namespace baize::bench {

namespace asio = boost::asio;
namespace http = boost::beast::http;

asio::awaitable<client::CallAnswer> Caller::call(client::Call call, std::string token) {
  try {
    co_return co_await exchange(call, token);
  } catch (const boost::system::system_error&) {
    stream_.reset();
    co_return client::CallAnswer{};
  }
}

asio::awaitable<std::string> Caller::sign_in(std::string name) {
  auto signed_in = client::read_answer<protocol::SignedIn>(co_await call(client::sign_in_as_guest(name), {}));
  if (!signed_in) throw std::runtime_error("A guest could not sign in: " + signed_in.error().message);
  co_return std::move(signed_in->access_token);
}

asio::awaitable<protocol::TableSummary> Caller::make_table(std::string name, std::string settings, std::string token) {
  protocol::CreateTable wanted;
  wanted.name = core::Name(name);
  wanted.game = "holdem";
  wanted.settings.emplace(core::RawJson{std::move(settings)});
  auto made =
      client::read_answer<protocol::TableSummary>(co_await call(client::create_table(wanted), std::move(token)));
  if (!made) throw std::runtime_error("A table could not be made: " + made.error().message);
  co_return std::move(*made);
}

asio::awaitable<double> Caller::metric(std::string name) {
  const client::Call page{"GET", "metrics", {}};
  const auto answer = co_await call(page, std::string());
  const auto at = answer.body.find("\n" + name + " ");
  if (answer.status != 200 || at == std::string::npos)
    throw std::runtime_error("The server does not count " + name + ".");
  co_return std::stod(answer.body.substr(at + name.size() + 2));
}

asio::awaitable<client::CallAnswer> Caller::exchange(const client::Call& call, const std::string& token) {
  http::request<http::string_body> request(http::string_to_verb(call.method), "/" + call.path, 11, call.body);
  request.set(http::field::host, site_.host);
  request.set(http::field::content_type, "application/json");
  if (!token.empty()) request.set(http::field::authorization, "Bearer " + token);
  if (!call.key.empty()) request.set("Idempotency-Key", call.key);
  request.prepare_payload();
  if (!stream_) {
    stream_.emplace(co_await asio::this_coro::executor);
    stream_->expires_after(std::chrono::seconds(10));
    co_await stream_->async_connect(site_.endpoint, asio::use_awaitable);
    stream_->socket().set_option(asio::ip::tcp::no_delay(true));
  }
  stream_->expires_after(std::chrono::seconds(10));
  co_await http::async_write(*stream_, request, asio::use_awaitable);
  http::response<http::string_body> response;
  co_await http::async_read(*stream_, buffer_, response, asio::use_awaitable);
  if (!response.keep_alive()) stream_.reset();
  co_return client::CallAnswer{static_cast<int>(response.result_int()), std::move(response.body())};
}

}  // namespace baize::bench
