#include "web/screens/socket_transport.h"

namespace baize::web::screens {
namespace {

using protocol::Wire;

constexpr std::uint16_t k_broken = 1006;  // RFC 6455 section 7.4.1: no close frame came

}  // namespace

SocketTransport::SocketTransport(Account& account, std::string table, Around around)
    : account_(account), table_(std::move(table)), around_(std::move(around)) {}

void SocketTransport::open(client::TransportEvents& events, protocol::Wire best) {
  close();
  best_ = best;
  events_ = &events;
  attempt_ = std::make_shared<int>(0);
  account_.socket_address(table_, [this, attempt = std::weak_ptr<int>(attempt_)](std::optional<std::string> url) {
    if (attempt.expired()) return;
    if (url) return connect(*url);
    tell([](client::TransportEvents& one) { one.on_close(k_broken, "no socket token"); });
  });
}

void SocketTransport::connect(const std::string& url) {
  was_open_ = false;
  std::vector<std::string> offers;
  if (best_ == Wire::cereal) offers.emplace_back(protocol::subprotocol(Wire::cereal));
  offers.emplace_back(protocol::subprotocol(Wire::json));
  const auto heard = [this](std::string_view frame) {
    tell([&](client::TransportEvents& one) { one.on_frame(frame); });
  };
  socket_ = std::make_unique<platform::Socket>(
      url, offers,
      platform::SocketEvents{.opened =
                                 [this](const std::string& chosen) {
                                   was_open_ = true;
                                   wire_ = protocol::wire_named(chosen).value_or(Wire::json);
                                   tell([this](client::TransportEvents& one) { one.on_open(wire_); });
                                 },
                             .text = heard,
                             .binary = heard,
                             .closed = [this](int code, const std::string& reason) { closed(code, reason); }});
}

void SocketTransport::send(std::string_view frame) {
  // One that is closing already says so by itself; what was not sent is repeated by the door.
  if (!socket_) return;
  if (wire_ == Wire::cereal)
    socket_->send_binary(frame);
  else
    socket_->send_text(frame);
}

void SocketTransport::close() {
  attempt_.reset();
  socket_.reset();
}

void SocketTransport::closed(int code, const std::string& reason) {
  const bool never_opened = !was_open_;
  tell([&](client::TransportEvents& one) { one.on_close(static_cast<std::uint16_t>(code), reason); });
  if (never_opened) around_.never_opened();
}

void SocketTransport::tell(const std::function<void(client::TransportEvents&)>& event) {
  const auto attempt = attempt_;
  around_.before();
  // The time that has passed may have ended this connection.
  if (attempt && attempt == attempt_) event(*events_);
  around_.after();
}

}  // namespace baize::web::screens
