// What a room does by itself: its clock, the grace of players who lost their connection, the bots' turns.
#include <algorithm>

#include "accounts/secrets.h"
#include "rooms/table_room.h"

namespace baize::server {

namespace {

// Whoever comes over HTTP, or has to find a restarted server again, has this long at least to open a socket, in ms.
constexpr core::TimeMs k_arrival_ms = 30'000;

// From six to sixteen tenths of `ms`: nobody thinks equally long every time.
core::TimeMs about(core::TimeMs ms, const core::Entropy& entropy) { return ms * (60 + entropy.raw[31] % 100) / 100; }

}  // namespace

void TableRoom::arm(core::TimeMs least_ms) {
  if (frozen_ || broken_) return;
  arm_clock(least_ms);
  arm_graces();
  if (least_ms == 0) return let_bot_think();
  bot_pause_.start(least_ms, [this] { let_bot_think(); });
}

void TableRoom::arm_clock(core::TimeMs least_ms) {
  const auto now = state();
  const auto due = gathering_.due(*now);
  if (frozen_ || broken_ || !due) return clock_.cancel();
  clock_.start(std::max(*due - now_ms(), least_ms),
               [this, decision = now->decision] { submit_house({}, table::Tick{decision, fresh_entropy(), {}}); });
}

bool TableRoom::is_away(const core::Uuid& uuid) const {
  const auto now = state();
  if (stage_ && stage_->connected(uuid)) return false;
  const table::Sitter* const one = table::sitter(*now, uuid);
  if (one != nullptr && !one->gone) return !one->bot;
  return now->owner == uuid && table::heir(*now);
}

void TableRoom::arm_graces() {
  const auto now = state();
  std::map<std::string, std::unique_ptr<LoopTimer>> running;
  const auto go_on = [&](const core::Uuid& whose) {
    std::string uuid(whose.view());
    if (running.contains(uuid) || !is_away(whose)) return;
    if (!graces_[uuid]) start_grace(whose, 0);
    auto timer = std::move(graces_[uuid]);
    running.emplace(std::move(uuid), std::move(timer));
  };
  for (const table::Sitter& one : now->sitters) go_on(one.uuid);
  go_on(now->owner);
  graces_ = std::move(running);
}

void TableRoom::start_grace(const core::Uuid& uuid, core::TimeMs least_ms) {
  const core::TimeMs grace_ms = core::TimeMs{state()->settings.table.value.disconnect_grace} * 1000;
  auto timer = std::make_unique<LoopTimer>(loop_);
  timer->start(std::max(grace_ms, least_ms), [this, uuid] { submit_house({}, table::Gone{uuid}); });
  graces_[std::string(uuid.view())] = std::move(timer);
}

void TableRoom::heard_from(const core::Uuid& uuid) {
  if (frozen_ || broken_) return;
  if (is_away(uuid)) start_grace(uuid, k_arrival_ms);
  arm_vacancy();
}

// A table with nobody at it closes; who still has a seat there gets the chips back. Bots alone are nobody.
void TableRoom::arm_vacancy() {
  vacancy_.cancel();
  if (services_.empty_table_ms == 0 || (stage_ && !stage_->empty())) return;
  vacancy_.start(services_.empty_table_ms, [this] {
    if (state()->status == table::Status::closed) return;
    submit_house({}, table::CloseTable{});
    arm_vacancy();  // for where it could not be written
  });
}

void TableRoom::await_everybody() {
  for (const table::Sitter& one : state()->sitters) heard_from(one.uuid);
  heard_from(state()->owner);
}

void TableRoom::let_bot_think() {
  const auto now = state();
  const table::Sitter* bot = table::bot_to_act(*now);
  if (bot == nullptr || bot_decision_ == now->decision) return;
  bot_decision_ = now->decision;
  const auto entropy = fresh_entropy();
  const auto think = [weak = weak_from_this(), now, bot = *bot, entropy,
                      pause = about(services_.bot_pause_ms, entropy)] {
    const auto move = games::choose(games::view(now->game), games::view(now->game, bot.seat), bot.seat,
                                    table::strength_of(bot), entropy);
    if (const auto room = weak.lock())
      room->loop_.post(
          [room, bot, decision = now->decision, move, pause] { room->play_for_bot(bot.uuid, decision, move, pause); });
  };
  if (services_.workers.run(think)) return;
  bot_decision_ = 0;
  bot_pause_.start(1'000, [this] { let_bot_think(); });
}

void TableRoom::play_for_bot(const core::Uuid& bot, std::uint64_t decision, games::AnyMove move,
                             core::TimeMs pause_ms) {
  if (state()->decision != decision || frozen_ || broken_) return;
  bot_pause_.start(pause_ms,
                   [this, bot, decision, move = std::move(move)] { submit_house(bot, table::Play{decision, move}); });
}

}  // namespace baize::server
