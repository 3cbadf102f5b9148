#include "client/local_door.h"

#include <algorithm>

#include "protocol/commands.h"

namespace baize::client {

namespace {

using core::Result;
using protocol::ClientMessage;

}  // namespace

const core::Uuid k_practice_player("00000000-0000-4000-8000-000000000001");

LocalDoor::LocalDoor(const Practice& practice, TimeMs now) : chance_(practice.chance), now_(now) {
  state_ = table::open(
      {core::TableId("practice"), core::Name("Practice"), k_practice_player, false, practice.settings, now});
  arrived_.emplace_back(protocol::UpdatePlayerUuid{k_practice_player});
  arrived_.emplace_back(protocol::Presence{{k_practice_player}, 0});
  const auto seated =
      submit({k_practice_player, now_, table::TakeSeat{practice.player, practice.seat, practice.buy_in}});
  core::check(seated.has_value(), "the practice table takes its player");
  for (int i = 0; i < practice.bots; ++i) {
    protocol::AddBot bot;
    bot.strength = practice.strength;
    send({{}, {}, protocol::TableVerb{bot}});
  }
}

void LocalDoor::send(const ClientMessage& message) {
  if (const auto* verb = std::get_if<protocol::TableVerb>(&message.verb)) {
    if (const auto* said = std::get_if<protocol::SendMessage>(verb)) {
      const auto* speaker = table::sitter(state_, k_practice_player);
      auto text = protocol::spoken_text(said->message, protocol::k_max_chat);
      if (!text) return answer(message, core::fail(text.error()));
      const std::string name(speaker != nullptr ? speaker->username.view() : "You");
      arrived_.emplace_back(protocol::NewMessage{k_practice_player, name, *text, now_});
      return answer(message, {});
    }
    if (const auto* ping = std::get_if<protocol::Ping>(verb)) arrived_.emplace_back(protocol::Pong{ping->t, now_});
    if (std::holds_alternative<protocol::JoinTable>(*verb)) {
      for (auto& one : proofs_.standing(state_, k_practice_player)) arrived_.push_back(std::move(one));
      show();
    }
  }
  if (const auto gathered = gather(message.verb)) return answer(message, *gathered);
  const protocol::Asker asker{k_practice_player, {}, now_, draw(), {}};
  auto action = protocol::table_action(state_, message.verb, asker);
  if (!action) return answer(message, {});
  answer(message, *action ? submit(**action) : Result<void>{core::fail(action->error())});
}

void LocalDoor::advance(TimeMs now) {
  now_ = std::max(now_, now);
  bot_.think(now_);
  if (const auto move = bot_.take_move(now_)) {
    const auto played = submit(*move);
    core::check(played.has_value(), "a bot's move is legal");
  }
  // A tab that slept for an hour finds one clock that ran out, not an hour of timeouts.
  if (const auto due = gathering_.due(state_); due && now_ >= *due) {
    const auto values = gathering_.values(state_);
    const auto ticked = submit({{}, now_, table::Tick{state_.decision, draw(), values}});
    core::check(ticked.has_value(), "a due tick is for the present decision");
  }
}

std::optional<TimeMs> LocalDoor::next_wake() const {
  const auto due = gathering_.due(state_);
  const auto bot = bot_.next_wake();
  if (bot && due) return std::min(*bot, *due);
  return bot ? bot : due;
}

std::vector<protocol::ServerMessage> LocalDoor::take() { return std::exchange(arrived_, {}); }

Result<void> LocalDoor::submit(const table::Action& action) {
  auto outcome = table::apply(state_, action);
  if (!outcome) return core::fail(std::move(outcome.error()));
  for (auto& message : protocol::announcements(*outcome)) arrived_.push_back(std::move(message));
  proofs_.follow(*outcome);
  if (const auto seen = protocol::newly_seen(state_, outcome->state, k_practice_player); seen != 0)
    arrived_.emplace_back(proofs_.of(outcome->state, seen));
  for (auto& message : protocol::consequences(state_, *outcome, k_practice_player))
    arrived_.push_back(std::move(message));
  const bool decided = outcome->state.decision != state_.decision;
  state_ = std::move(outcome->state);
  show();
  if (decided) bot_.face(state_, draw(), now_);
  // In practice no wallet runs dry.
  if (const auto short_stack = table::due_top_up(state_)) return submit({{}, now_, table::FillUp{*short_stack}});
  return {};
}

std::optional<Result<void>> LocalDoor::gather(const protocol::ClientVerb& verb) {
  const auto* of_table = std::get_if<protocol::TableVerb>(&verb);
  const auto* seed = of_table != nullptr ? std::get_if<protocol::ClientSeed>(of_table) : nullptr;
  if (seed == nullptr) return std::nullopt;
  const auto heard = gathering_.hear(state_, k_practice_player, seed->hand, seed->value);
  if (!heard) return core::fail(heard.error());
  if (*heard == table::Gathering::Heard::tip) return std::nullopt;
  return Result<void>{};
}

core::Entropy LocalDoor::draw() { return core::derive(chance_, "practice", draws_++); }

void LocalDoor::answer(const ClientMessage& message, const Result<void>& outcome) {
  if (!outcome)
    arrived_.emplace_back(protocol::error_message(outcome.error(), message.request_id));
  else if (message.request_id)
    arrived_.emplace_back(protocol::Ack{*message.request_id, state_.version});
}

void LocalDoor::show() {
  arrived_.emplace_back(
      protocol::UpdateGame{"game_view", state_.version, now_, table::view(state_, k_practice_player)});
}

}  // namespace baize::client
