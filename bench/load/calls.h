// The HTTP calls of a run: carries what client/api makes over one kept-alive connection. One call at a time.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <optional>

#include "client/api.h"
#include "load/socket_transport.h"

namespace baize::bench {

class Caller {
 public:
  explicit Caller(const Site& site) : site_(site) {}

  // Status 0 if no answer came within ten seconds. `token` may be empty.
  boost::asio::awaitable<client::CallAnswer> call(client::Call call, std::string token);

  // These throw std::runtime_error with a sentence for people where the server refuses.
  // A new guest's access token.
  boost::asio::awaitable<std::string> sign_in(std::string name);
  // A table of hold'em; `settings` as JSON.
  boost::asio::awaitable<protocol::TableSummary> make_table(std::string name, std::string settings, std::string token);
  // A counter or gauge without labels of /metrics.
  boost::asio::awaitable<double> metric(std::string name);

 private:
  boost::asio::awaitable<client::CallAnswer> exchange(const client::Call& call, const std::string& token);

  const Site& site_;
  std::optional<boost::beast::tcp_stream> stream_;
  boost::beast::flat_buffer buffer_;
};

}  // namespace baize::bench
