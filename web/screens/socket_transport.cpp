#include "web/screens/socket_transport.h"

namespace baize::web::screens {
namespace {

constexpr std::uint16_t k_broken = 1006;  // RFC 6455 section 7.4.1: no close frame came

}  // namespace

SocketTransport::SocketTransport(Account& account, std::string table, Around around)
    : account_(account), table_(std::move(table)), around_(std::move(around)) {}

void SocketTransport::open(client::TransportEvents& events) {
  close();
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
  socket_ = std::make_unique<platform::Socket>(
      url, std::vector<std::string>{"baize.json.v1"},
      platform::SocketEvents{
          .opened =
              [this](const std::string&) {
                was_open_ = true;
                tell([](client::TransportEvents& one) { one.on_open(); });
              },
          .text = [this](std::string_view text) { tell([&](client::TransportEvents& one) { one.on_text(text); }); },
          .binary = {},
          .closed = [this](int code, const std::string& reason) { closed(code, reason); }});
}

void SocketTransport::send(std::string_view text) {
  // One that is closing already says so by itself; what was not sent is repeated by the door.
  if (socket_) socket_->send_text(text);
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
