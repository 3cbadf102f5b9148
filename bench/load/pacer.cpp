#include "load/pacer.h"

namespace baize::bench {

namespace {

// How far the rate may catch up after a stall.
constexpr Microseconds k_catch_up = 20'000;
// Turns that are due within this are given together: a timer a turn would cost more than the turn.
constexpr Microseconds k_grain = 200;

}  // namespace

Pacer::Pacer(boost::asio::io_context& context, int think_ms, int rate)
    : timer_(context), think_(Microseconds{think_ms} * 1000), interval_(rate > 0 ? 1e6 / rate : 0) {}

void Pacer::ready(Actor& actor) {
  if (think_ == 0 && interval_ == 0) return actor.act();
  Microseconds delay = 0;
  // Between half and one and a half of the average.
  if (think_ > 0) delay = think_ / 2 + std::uniform_int_distribution<Microseconds>(0, think_)(chance_);
  if (interval_ > 0) {
    const Microseconds now = steady_us();
    slot_ = std::max(slot_ + interval_, static_cast<double>(now - k_catch_up));
    delay = std::max(delay, static_cast<Microseconds>(slot_) - now);
  }
  ready_later(actor, delay);
}

void Pacer::ready_later(Actor& actor, Microseconds delay) {
  turns_.push({steady_us() + delay, &actor});
  arm();
}

void Pacer::arm() {
  if (turns_.empty()) return;
  const Microseconds wanted = std::max(turns_.top().at, steady_us() + k_grain);
  if (armed_for_ != 0 && armed_for_ <= wanted) return;
  armed_for_ = wanted;
  timer_.expires_at(std::chrono::steady_clock::time_point(std::chrono::microseconds(wanted)));
  timer_.async_wait([this](boost::system::error_code cancelled) {
    if (cancelled) return;
    armed_for_ = 0;
    release();
  });
}

void Pacer::release() {
  const Microseconds until = steady_us() + k_grain / 2;
  while (!turns_.empty() && turns_.top().at <= until) {
    Actor* actor = turns_.top().actor;
    turns_.pop();
    actor->act();
  }
  arm();
}

}  // namespace baize::bench
