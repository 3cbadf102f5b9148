#include "client/poller.h"

#include <algorithm>

#include "protocol/client_codec.h"

namespace baize::client {

namespace {

constexpr int k_not_modified = 304;
constexpr int k_too_many = 429;
constexpr int k_server_fault = 500;

bool joins(const protocol::ClientMessage& message) {
  const auto* verb = std::get_if<protocol::TableVerb>(&message.verb);
  return verb != nullptr && std::holds_alternative<protocol::JoinTable>(*verb);
}

}  // namespace

void Poller::start(TimeMs now, std::string_view passphrase) {
  stop();
  state_ = State::asking;
  now_ = view_due_ = send_due_ = now;
  round_ = std::make_shared<int>(0);
  if (passphrase.empty()) return ask_for_view();
  refused_ = true;
  protocol::JoinTable join;
  join.passphrase.emplace(passphrase);
  waiting_.push_back({{}, {}, protocol::TableVerb{join}});
  ask_for_next();
}

void Poller::stop() {
  state_ = State::off;
  round_.reset();
  asking_view_ = sending_ = refused_ = false;
  failures_ = 0;
  version_.reset();
  waiting_.clear();
  accepted_.clear();
  arrived_.clear();
}

void Poller::send(const protocol::ClientMessage& message) {
  if (state_ == State::off) return;
  if (!joins(message)) {
    waiting_.push_back(message);
    return ask_for_next();
  }
  refused_ = false;
  version_.reset();
  view_due_ = now_;
  if (message.request_id) accepted_.push_back(protocol::Ack{*message.request_id, 0});
  ask_for_view();
}

void Poller::advance(TimeMs now) {
  now_ = std::max(now_, now);
  if (state_ == State::off || state_ == State::failed) return;
  ask_for_view();
  ask_for_next();
}

std::optional<TimeMs> Poller::next_wake() const {
  if (state_ == State::off || state_ == State::failed) return std::nullopt;
  std::optional<TimeMs> wake;
  if (!asking_view_ && !refused_) wake = view_due_;
  if (!sending_ && !waiting_.empty()) wake = std::min(wake.value_or(send_due_), send_due_);
  return wake;
}

Poller::Answer Poller::while_on(void (Poller::*then)(const CallAnswer&)) {
  return [this, then, round = std::weak_ptr<int>(round_)](const CallAnswer& answer) {
    if (!round.expired()) (this->*then)(answer);
  };
}

void Poller::ask_for_view() {
  if (asking_view_ || refused_ || now_ < view_due_) return;
  asking_view_ = true;
  asked_at_ = now_;
  ask_(poll_table(table_, version_), while_on(&Poller::hear_view));
}

void Poller::ask_for_next() {
  if (sending_ || waiting_.empty() || now_ < send_due_) return;
  sending_ = true;
  protocol::ClientMessage& first = waiting_.front();
  if (!first.version) first.version = version_.value_or(0);
  ask_(command_table(table_, protocol::encode_json(first)), while_on(&Poller::hear_verdict));
}

TimeMs Poller::pause_after(const CallAnswer& answer) {
  return std::max(k_poll_every, TimeMs{answer.retry_after_s} * 1000);
}

bool Poller::reached(const CallAnswer& answer) {
  // A server that asks for patience is there.
  if (answer.status == k_too_many) return false;
  const bool well = answer.status != 0 && answer.status < k_server_fault;
  failures_ = well ? 0 : failures_ + 1;
  if (failures_ >= k_most_failures || (!well && state_ == State::asking)) state_ = State::failed;
  return well;
}

void Poller::hear_view(const CallAnswer& answer) {
  asking_view_ = false;
  view_due_ = now_ + pause_after(answer);
  if (!reached(answer)) return;
  state_ = State::on;
  latency_ = now_ - asked_at_;
  if (answer.status != k_not_modified) show(answer);
  // The answer to a question from before a command shows it as not yet done: its Ack waits for the next one.
  const auto shown = [this](const protocol::Ack& one) { return one.version <= version_.value_or(0); };
  const auto early = std::stable_partition(accepted_.begin(), accepted_.end(), shown);
  arrived_.insert(arrived_.end(), accepted_.begin(), early);
  accepted_.erase(accepted_.begin(), early);
  if (!accepted_.empty()) view_due_ = now_;
}

void Poller::show(const CallAnswer& answer) {
  auto polled = read_poll(answer);
  if (!polled) {
    // What was refused is not asked for again until somebody does.
    refused_ = true;
    const bool asked = !accepted_.empty();
    for (const protocol::Ack& one : accepted_)
      arrived_.push_back(protocol::error_message(polled.error(), one.request_id));
    accepted_.clear();
    if (!asked) arrived_.push_back(protocol::error_message(polled.error()));
    return;
  }
  version_ = polled->version;
  // A view that is asked for stands by itself: something may have been missed since the last one, as with a joining.
  arrived_.push_back(protocol::UpdatePlayerUuid{polled->game.viewer.uuid});
  arrived_.push_back(std::move(*polled));
}

void Poller::hear_verdict(const CallAnswer& answer) {
  sending_ = false;
  send_due_ = now_ + (reached(answer) ? 0 : pause_after(answer));
  if (send_due_ > now_) return;
  state_ = State::on;
  const auto id = std::move(waiting_.front().request_id);
  const bool joined = joins(waiting_.front());
  waiting_.pop_front();
  const auto moved = read_answer<protocol::Moved>(answer);
  if (!moved) {
    arrived_.push_back(protocol::error_message(moved.error(), id));
  } else if (joined) {
    refused_ = false;
  } else if (id) {
    accepted_.push_back(protocol::Ack{*id, moved->version});
  }
  view_due_ = now_;
  ask_for_view();
  ask_for_next();
}

}  // namespace baize::client
