// A table, its people's connections and their requests in simulated time: frames take their time and arrive in order,
// connections break with a word or without, sockets may not open at all and requests may get lost on either way. What a
// RemoteDoor makes of that is the subject of lossy_test.cpp.
#pragma once

#include <map>
#include <memory>
#include <random>
#include <set>

#include "client/remote_door.h"
#include "core/json_write.h"
#include "protocol/client_codec.h"
#include "protocol/commands.h"
#include "protocol/deal_proofs.h"
#include "protocol/server_codec.h"
#include "protocol/snapshot.h"
#include "table/gathering.h"

namespace baize::client::testing {

// What happens when, by one clock.
class SimulatedTime {
 public:
  TimeMs now() const { return now_; }
  void in(TimeMs delay, std::function<void()> event) { events_.emplace(now_ + delay, std::move(event)); }
  // Runs the next event, if it is due by `end`; else moves to `end`.
  bool step(TimeMs end) {
    if (events_.empty() || events_.begin()->first > end) return now_ = std::max(now_, end), false;
    auto first = events_.extract(events_.begin());
    now_ = std::max(now_, first.key());
    first.mapped()();
    return true;
  }

 private:
  TimeMs now_ = 1'000'000;
  std::multimap<TimeMs, std::function<void()>> events_;
};

struct Weather {
  bool sockets_open = true;  // whether a new one comes about
  int lost_requests = 0;     // of a hundred
  TimeMs slowest = 40;       // one way, ms
};

class LossyHouse;

// One person's socket.
class LossyLine final : public Transport {
 public:
  LossyLine(LossyHouse& house, Uuid uuid) : house_(house), uuid_(std::move(uuid)) {}
  void open(TransportEvents& events, protocol::Wire) override;
  void send(std::string_view frame) override;
  void close() override { ++life_, up_ = joined_ = false; }

  // Breaks; the client is told, or finds out by the silence.
  void cut(bool silently);
  void deliver(const protocol::ServerMessage& message);
  bool joined() const { return joined_; }
  const Uuid& uuid() const { return uuid_; }

 private:
  friend class LossyHouse;
  void later(TimeMs& last, std::function<void()> event);

  LossyHouse& house_;
  Uuid uuid_;
  TransportEvents* events_ = nullptr;
  int life_ = 0;  // what belongs to an older one arrives nowhere
  bool up_ = false;
  bool joined_ = false;
  TimeMs last_in_ = 0;
  TimeMs last_out_ = 0;
};

class LossyHouse {
 public:
  explicit LossyHouse(std::uint64_t seed) : random_(seed) {
    state_ = table::open(
        {core::TableId("t1"), core::Name("t"), person(0), false, *table::default_settings("holdem"), time.now()});
    for (std::size_t i = 0; i < 2; ++i) {
      lines.push_back(std::make_unique<LossyLine>(*this, person(i)));
      apply({person(i), time.now(),
             table::TakeSeat{core::Name("P" + std::to_string(i)), static_cast<Seat>(i), core::Chips{2000}}});
    }
  }

  static Uuid person(std::size_t i) { return Uuid("aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(i)); }

  SimulatedTime time;
  Weather weather;
  std::vector<std::unique_ptr<LossyLine>> lines;
  bool frozen = false;                 // the table's clock stands still
  std::map<std::string, int> effects;  // of each request_id
  std::set<std::string> refused;

  const table::State& state() const { return state_; }
  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(random_() % below); }
  TimeMs delay() { return 1 + static_cast<TimeMs>(draw(static_cast<std::size_t>(weather.slowest))); }
  bool lost() { return static_cast<int>(draw(100)) < weather.lost_requests; }

  void hear(LossyLine& line, const std::string& frame) {
    const auto message = protocol::decode_client_message(frame, "holdem");
    core::check(message.has_value(), "a client sends messages that can be read");
    const auto* verb = std::get_if<protocol::TableVerb>(&message->verb);
    if (verb != nullptr && std::holds_alternative<protocol::Ping>(*verb))
      return line.deliver(protocol::Pong{std::get<protocol::Ping>(*verb).t, time.now()});
    if (verb != nullptr && std::holds_alternative<protocol::JoinTable>(*verb)) {
      line.joined_ = true;
      line.deliver(protocol::UpdatePlayerUuid{line.uuid()});
      for (const auto& one : proofs_.standing(state_, line.uuid())) line.deliver(one);
      return show(line);
    }
    const auto outcome = command(line.uuid(), *message);
    if (!outcome) return line.deliver(protocol::error_message(outcome.error(), message->request_id));
    line.deliver(protocol::Ack{*message->request_id, *outcome});
  }

  // The HTTP door: the call or its answer may get lost.
  Poller::Ask asker(const Uuid& uuid) {
    return [this, uuid](const Call& call, const Poller::Answer& answer) {
      const auto unheard = [this, answer] { time.in(5'000, [answer] { answer({}); }); };
      if (lost()) return unheard();
      time.in(delay(), [this, uuid, call, answer, unheard] {
        const CallAnswer result = call.method == "GET" ? snapshot(uuid, call) : move(uuid, call.body);
        if (lost()) return unheard();
        time.in(delay(), [answer, result] { answer(result); });
      });
    };
  }

 private:
  core::Result<std::uint64_t> command(const Uuid& uuid, const protocol::ClientMessage& message) {
    const std::string id(message.request_id->view());
    if (effects.count(id) != 0) return state_.version;
    const auto done = carry_out(uuid, message.verb);
    if (!done) {
      refused.insert(id);
      return core::fail(done.error());
    }
    ++effects[id];
    return state_.version;
  }

  core::Result<void> carry_out(const Uuid& uuid, const protocol::ClientVerb& verb) {
    const auto* of_table = std::get_if<protocol::TableVerb>(&verb);
    if (const auto* seed = of_table ? std::get_if<protocol::ClientSeed>(of_table) : nullptr) {
      const auto heard = gathering_.hear(state_, uuid, seed->hand, seed->value);
      if (!heard) return core::fail(heard.error());
      if (*heard == table::Gathering::Heard::kept) return await_tick(), core::Result<void>();
    }
    const auto action = protocol::table_action(state_, verb, {uuid, {}, time.now(), chance(), {}});
    if (!*action) return core::fail(action->error());
    return apply(**action);
  }

  core::Result<void> apply(const table::Action& action) {
    auto outcome = table::apply(state_, action);
    if (!outcome) return core::fail(outcome.error());
    const table::State before = std::move(state_);
    state_ = outcome->state;
    proofs_.follow(*outcome);
    for (auto& line : lines)
      if (line->joined()) tell(*line, before, *outcome);
    await_tick();
    return {};
  }

  void tell(LossyLine& line, const table::State& before, const table::Outcome& outcome) {
    for (const auto& message : protocol::announcements(outcome)) line.deliver(message);
    if (const auto seen = protocol::newly_seen(before, state_, line.uuid()); seen != 0)
      line.deliver(proofs_.of(state_, seen));
    for (const auto& message : protocol::consequences(before, outcome, line.uuid())) line.deliver(message);
    show(line);
  }

  void await_tick() {
    if (const auto due = gathering_.due(state_))
      time.in(std::max<TimeMs>(0, *due - time.now()), [this, decision = state_.decision] { tick(decision); });
  }

  void tick(std::uint64_t decision) {
    const auto due = gathering_.due(state_);
    if (frozen || decision != state_.decision || !due || *due > time.now()) return;
    const table::Tick tick{state_.decision, chance(), gathering_.values(state_)};
    core::check(apply({{}, time.now(), tick}).has_value(), "a due tick is for the present decision");
  }

  void show(LossyLine& line) {
    line.deliver(protocol::UpdateGame{"game_view", state_.version, time.now(), table::view(state_, line.uuid())});
  }

  CallAnswer snapshot(const Uuid& uuid, const Call& call) {
    if (call.known == protocol::snapshot_tag("t1", state_.version)) return {304, {}};
    protocol::SnapshotAnswer answer;
    answer.all.value.snapshot = protocol::shared_snapshot(table::public_view(state_));
    answer.all.value.own.value = protocol::own_snapshot(state_, uuid);
    answer.now = time.now();
    return {200, core::to_json(answer)};
  }

  CallAnswer move(const Uuid& uuid, const std::string& body) {
    const auto message = protocol::decode_client_message(body, "holdem");
    core::check(message.has_value(), "a client sends messages that can be read");
    const auto outcome = command(uuid, *message);
    if (outcome) return {200, core::to_json(protocol::Moved{*outcome})};
    return {core::http_status(outcome.error().reason),
            core::to_json(protocol::HttpError{outcome.error().message, outcome.error().reason})};
  }

  core::Entropy chance() { return core::derive({}, "house", random_()); }

  std::mt19937_64 random_;
  table::State state_;
  table::Gathering gathering_;
  protocol::DealProofs proofs_;
};

inline void LossyLine::later(TimeMs& last, std::function<void()> event) {
  last = std::max(last, house_.time.now() + house_.delay());
  house_.time.in(last - house_.time.now(), [this, life = life_, event = std::move(event)] {
    if (life == life_) event();
  });
}

inline void LossyLine::open(TransportEvents& events, protocol::Wire) {
  close();
  events_ = &events;
  last_in_ = last_out_ = 0;
  const bool opens = house_.weather.sockets_open;
  later(last_in_, [this, opens] {
    up_ = opens;
    opens ? events_->on_open(protocol::Wire::json) : events_->on_close(1006, "");
  });
}

inline void LossyLine::send(std::string_view frame) {
  if (!up_) return;
  later(last_out_, [this, text = std::string(frame)] { house_.hear(*this, text); });
}

inline void LossyLine::deliver(const protocol::ServerMessage& message) {
  if (!up_) return;
  later(last_in_, [this, text = protocol::encode(message)] { events_->on_frame(text); });
}

inline void LossyLine::cut(bool silently) {
  if (!up_) return;
  close();
  if (!silently) later(last_in_, [this] { events_->on_close(1006, ""); });
}

}  // namespace baize::client::testing
