// What a running server counts, for /metrics: counters that a hot path can afford (a relaxed addition each) and a
// histogram of durations. Each event loop has counters of its own, so that no two threads write to the same ones in
// turn; whoever asks adds them up. Knows nothing of what is counted where.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

#include "core/error.h"

namespace baize::server {

// Adding is for one thread or many, reading for any; a reader may see one counter before another.
class Counter {
 public:
  void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

// How many there are now. Counts one for as long as it lives.
class Gauge {
 public:
  class One {
   public:
    explicit One(Gauge& gauge) : gauge_(gauge) { gauge_.value_.fetch_add(1, std::memory_order_relaxed); }
    ~One() { gauge_.value_.fetch_sub(1, std::memory_order_relaxed); }
    One(const One&) = delete;
    One& operator=(const One&) = delete;

   private:
    Gauge& gauge_;
  };
  std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::int64_t> value_ = 0;
};

// How long something took, sorted into buckets.
class Histogram {
 public:
  using Clock = std::chrono::steady_clock;

  // The buckets' upper bounds in microseconds; what took longer is in one more.
  static constexpr std::array<std::int64_t, 13> k_bounds_us = {
      500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000, 100'000, 200'000, 500'000, 1'000'000, 2'000'000, 5'000'000};

  void add_since(Clock::time_point start);

  // In the order of the bounds, each with those of its own bucket only.
  using Counts = std::array<std::uint64_t, k_bounds_us.size() + 1>;
  Counts counts() const;
  std::uint64_t sum_us() const { return sum_us_.value(); }

 private:
  std::array<Counter, k_bounds_us.size() + 1> buckets_;
  Counter sum_us_;
};

// What one event loop counts.
struct LoopMetrics {
  static constexpr std::size_t k_reasons = static_cast<std::size_t>(core::Reason::store_unavailable) + 1;

  Gauge http_connections;
  Gauge websocket_connections;
  Counter received_bytes;  // by sockets of both kinds, with headers and frames
  Counter sent_bytes;
  Counter player_actions;  // that have become durable
  Counter house_actions;   // the same of the house, its clocks and its bots
  Histogram action_time;   // of the players' actions, from when they were read until they were durable
  Counter collapsed_messages;
  Counter slow_readers_closed;
  std::array<Counter, k_reasons> rejects;

  void reject(core::Reason reason) { rejects[static_cast<std::size_t>(reason)].add(); }
};

}  // namespace baize::server
