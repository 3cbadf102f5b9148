#include "client/local_bot.h"

#include <algorithm>

namespace baize::client {

namespace {

// How long a bot seems to think, in ms, from `least` to `least + spread`: long enough to follow what it did.
constexpr TimeMs k_least = 700;
constexpr TimeMs k_spread = 1100;
// Between two slices, ms: less than a frame.
constexpr TimeMs k_pause = 4;
// Woken later than this, ms, nobody is looking.
constexpr TimeMs k_unseen = 250;
constexpr int k_whole = 1'000'000;

}  // namespace

void LocalBot::face(const table::State& state, const core::Entropy& entropy, TimeMs now) {
  turn_.reset();
  const table::Sitter* bot = table::bot_to_act(state);
  if (bot == nullptr) return;
  turn_.emplace(Turn{.uuid = bot->uuid,
                     .decision = state.decision,
                     .thought = games::thought(games::view(state.game), games::view(state.game, bot->seat), bot->seat,
                                               table::strength_of(*bot), entropy),
                     .moves_at = now + k_least + k_spread * entropy.raw[0] / 255,
                     .thought_at = now});
}

void LocalBot::think(TimeMs now) {
  if (!turn_ || !turn_->thinking) return;
  const bool unseen = now - turn_->thought_at > k_unseen;
  turn_->thought_at = now;
  turn_->thinking = games::think(turn_->thought, unseen ? k_whole : games::k_thinking_slice);
}

std::optional<table::Action> LocalBot::take_move(TimeMs now) {
  if (!turn_ || turn_->thinking || now < turn_->moves_at) return std::nullopt;
  table::Action action{turn_->uuid, now, table::Play{turn_->decision, games::move(turn_->thought)}};
  turn_.reset();
  return action;
}

std::optional<TimeMs> LocalBot::next_wake() const {
  if (!turn_) return std::nullopt;
  return turn_->thinking ? turn_->thought_at + k_pause : turn_->moves_at;
}

}  // namespace baize::client
