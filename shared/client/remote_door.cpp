#include "client/remote_door.h"

#include <algorithm>

namespace baize::client {

namespace {

using protocol::ClientMessage;
using protocol::ServerMessage;

constexpr std::uint16_t k_signed_out = 4401;
constexpr std::uint16_t k_opened_elsewhere = 4409;
// What waits for an answer, at the most; a player who presses more often than this without any answer is not heard.
constexpr std::size_t k_max_unanswered = 64;

}  // namespace

RemoteDoor::RemoteDoor(Transport& transport, const core::Entropy& chance, std::string passphrase,
                       const Patience& patience, std::unique_ptr<protocol::ClientEnd> binary, Views views)
    : transport_(transport),
      chance_(chance),
      passphrase_(std::move(passphrase)),
      patience_(patience),
      views_(views),
      binary_(std::move(binary)) {}

RemoteDoor::~RemoteDoor() { leave_network(); }

void RemoteDoor::poll_where_blocked(std::string table, Poller::Ask ask) {
  poller_ = std::make_unique<Poller>(std::move(table), std::move(ask));
}

void RemoteDoor::leave_network() {
  if (phase_ == Phase::polling) poller_->stop();
  if (phase_ == Phase::polling || phase_ == Phase::opening || phase_ == Phase::open) transport_.close();
}

void RemoteDoor::send(const ClientMessage& asked) {
  ClientMessage message = asked;
  if (auto* verb = std::get_if<protocol::TableVerb>(&message.verb))
    if (auto* again = std::get_if<protocol::JoinTable>(verb)) *again = joining();
  if (message.request_id) {
    if (unanswered_.size() >= k_max_unanswered) return;
    unanswered_.push_back(message);
  }
  if (phase_ == Phase::open && greeted_) send_now(message);
  if (phase_ == Phase::polling) poller_->send(message);
}

void RemoteDoor::send_now(const ClientMessage& message) { transport_.send(end_->write(message)); }

void RemoteDoor::advance(TimeMs now) {
  const TimeMs gap = now - now_;
  now_ = std::max(now_, now);
  switch (phase_) {
    case Phase::idle:
      if (online_) begin();
      break;
    case Phase::opening:
      if (now_ - phase_since_ >= patience_.handshake) {
        transport_.close();
        not_opened();
      }
      break;
    case Phase::open:
      watch_over_connection(gap);
      break;
    case Phase::polling:
      poll();
      break;
    case Phase::pausing:
      if (online_ && now_ >= retry_at_) begin();
      break;
    case Phase::ended:
      break;
  }
}

void RemoteDoor::watch_over_connection(TimeMs gap) {
  // After a sleep the silence is ours, not the network's: the connection gets a moment to prove itself.
  if (gap >= patience_.asleep && now_ >= give_up_at_) give_up_at_ = now_ + patience_.after_sleep;
  if (now_ >= give_up_at_) {
    transport_.close();
    spoken_to_ ? pause_before_retry() : not_opened();
  } else if (greeted_ && (now_ - std::max(heard_at_, pinged_at_) >= patience_.ping_every || gap >= patience_.asleep)) {
    pinged_at_ = now_;
    protocol::Ping ping;
    ping.t = now_;
    send_now(ClientMessage{{}, {}, protocol::TableVerb{ping}});
  }
}

std::optional<TimeMs> RemoteDoor::next_wake() const {
  switch (phase_) {
    case Phase::idle:
      return online_ ? std::optional(now_) : std::nullopt;
    case Phase::opening:
      return phase_since_ + patience_.handshake;
    case Phase::open:
      return std::min(give_up_at_, std::max(heard_at_, pinged_at_) + patience_.ping_every);
    case Phase::polling:
      return std::min(socket_again_at_, poller_->next_wake().value_or(socket_again_at_));
    case Phase::pausing:
      return online_ ? std::optional(retry_at_) : std::nullopt;
    case Phase::ended:
      return std::nullopt;
  }
  return std::nullopt;
}

std::vector<ServerMessage> RemoteDoor::take() { return std::exchange(arrived_, {}); }

Link RemoteDoor::link() const {
  if (phase_ == Phase::ended) return Link::ended;
  if (phase_ == Phase::open || (polls() && poller_->state() == Poller::State::on)) return Link::open;
  if (!online_) return Link::offline;
  return was_open_ || tries_ > 1 ? Link::reconnecting : Link::connecting;
}

void RemoteDoor::nudge(TimeMs now) {
  now_ = std::max(now_, now);
  if (phase_ == Phase::pausing && online_) begin();
  if (phase_ == Phase::polling) socket_again_at_ = now_;
  if (phase_ == Phase::open || phase_ == Phase::polling) advance(now_);
}

void RemoteDoor::set_online(bool online, TimeMs now) {
  now_ = std::max(now_, now);
  online_ = online;
  if (!online && phase_ != Phase::idle && phase_ != Phase::pausing && phase_ != Phase::ended) {
    leave_network();
    pause_before_retry();
  }
  if (online && phase_ == Phase::pausing) begin();
}

void RemoteDoor::begin() {
  phase_ = Phase::opening;
  phase_since_ = now_;
  ++tries_;
  greeted_ = false;
  transport_.open(*this, best());
}

// A socket that does not even open, or opens and brings nothing, may be one that something on the way forbids, while
// requests get through.
void RemoteDoor::not_opened() {
  ++unopened_;
  poller_&& unopened_ >= patience_.unopened ? begin_polling() : pause_before_retry();
}

void RemoteDoor::begin_polling() {
  phase_ = Phase::polling;
  phase_since_ = now_;
  socket_again_at_ = now_ + patience_.socket_again;
  poller_->start(now_, passphrase_);
  for (const ClientMessage& message : unanswered_) poller_->send(message);
}

void RemoteDoor::poll() {
  poller_->advance(now_);
  for (ServerMessage& message : poller_->take()) {
    tries_ = 0;
    was_open_ = true;
    hear(std::move(message));
  }
  if (poller_->state() == Poller::State::failed) {
    leave_network();
    pause_before_retry();
  } else if (now_ >= socket_again_at_) {
    socket_again_at_ = now_ + patience_.socket_again;
    greeted_ = false;
    transport_.open(*this, best());
  }
}

void RemoteDoor::pause_before_retry() {
  phase_ = Phase::pausing;
  phase_since_ = now_;
  const auto doublings = std::min<std::uint64_t>(tries_ > 0 ? tries_ - 1 : 0, 10);
  const TimeMs longest = std::min(patience_.longest_retry, patience_.first_retry << doublings);
  // Between half and all of it, so that a thousand clients of a restarted server do not all come at once.
  const auto draw = core::derive(chance_, "retry", draws_++);
  retry_at_ = now_ + longest / 2 + (longest / 2) * draw.raw[0] / 255;
}

void RemoteDoor::end(Ended why) {
  if (polls()) poller_->stop();
  phase_ = Phase::ended;
  ended_ = why;
}

void RemoteDoor::on_open(protocol::Wire agreed) {
  if (phase_ == Phase::polling) poller_->stop();
  phase_ = Phase::open;
  spoken_to_ = false;
  phase_since_ = heard_at_ = pinged_at_ = now_;
  give_up_at_ = now_ + patience_.silence;
  was_open_ = true;
  end_ = binary_ && binary_->wire() == agreed ? binary_.get() : &json_;
  if (end_ == &json_) begin_talking();
}

protocol::JoinTable RemoteDoor::joining() const {
  protocol::JoinTable join;
  if (views_ == Views::changes) join.delta.emplace(true);
  if (known_) join.since.emplace(*known_);
  if (!passphrase_.empty()) join.passphrase.emplace(passphrase_);
  return join;
}

void RemoteDoor::join() { send_now(ClientMessage{{}, {}, protocol::TableVerb{joining()}}); }

void RemoteDoor::begin_talking() {
  greeted_ = true;
  end_->begin();
  join();
  for (const ClientMessage& message : unanswered_) send_now(message);
}

// Another fingerprint: this client and the server were built from different descriptions.
void RemoteDoor::hear_greeting(std::string_view frame) {
  if (frame == protocol::greeting()) return begin_talking();
  end_ = &json_;
  binary_.reset();
  arrived_.push_back(protocol::Notification{protocol::Notice::reload,
                                            "The card room has been updated. Reload the page when it suits you."});
  transport_.close();
  begin();
}

void RemoteDoor::on_frame(std::string_view frame) {
  heard_at_ = now_;
  give_up_at_ = now_ + patience_.silence;
  tries_ = 0;
  unopened_ = 0;
  spoken_to_ = true;
  if (!greeted_) return hear_greeting(frame);
  std::vector<ServerMessage> messages;
  // A message of a newer server that this client does not know changes nothing here; the next view tells the truth.
  (void)end_->read(frame, messages);
  for (ServerMessage& message : messages) hear(std::move(message));
  if (end_->take_lost()) join();
}

void RemoteDoor::hear(ServerMessage message) {
  if (const auto* update = std::get_if<protocol::UpdateGame>(&message)) known_ = update->version;
  // It comes before its view: where the connection breaks in between, it has been told.
  if (const auto* event = std::get_if<protocol::GameEvent>(&message)) known_ = event->version;
  if (const auto* pong = std::get_if<protocol::Pong>(&message)) measure(*pong);
  if (const auto* ack = std::get_if<protocol::Ack>(&message)) answered(ack->request_id);
  if (const auto* error = std::get_if<protocol::ErrorMessage>(&message); error != nullptr && error->request_id)
    answered(*error->request_id);
  arrived_.push_back(std::move(message));
}

void RemoteDoor::on_close(std::uint16_t code, std::string_view) {
  if (phase_ == Phase::ended) return;
  if (code == k_signed_out) return end(Ended::signed_out);
  if (code == k_opened_elsewhere) return end(Ended::opened_elsewhere);
  // While polling it was no more than a look whether sockets open again.
  if (phase_ == Phase::polling) return;
  phase_ == Phase::opening ? not_opened() : pause_before_retry();
}

void RemoteDoor::answered(const core::RequestId& id) {
  std::erase_if(unanswered_, [&](const ClientMessage& one) { return one.request_id == id; });
}

void RemoteDoor::measure(const protocol::Pong& pong) {
  if (!pong.t || *pong.t > now_) return;
  const TimeMs took = now_ - *pong.t;
  latency_ = latency_ ? (*latency_ * 3 + took) / 4 : took;
}

}  // namespace baize::client
