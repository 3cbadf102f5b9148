// What a room does when a commit has failed or nobody knows how it ended: it reads the table back before it answers
// anything, goes on from there, and rests for good where the log can't be trusted.
#include "ops/log.h"
#include "rooms/room_log.h"
#include "rooms/table_room.h"

namespace baize::server {

namespace {

using core::Reason;
using core::Result;

}  // namespace

void TableRoom::reload(const Turn& turn, const Committed& outcome, core::Error error) {
  const std::string table(state()->id.view());
  const auto known = std::make_shared<Requests>();
  const auto remember = [known](const table::State& passed) {
    known->remember(passed.version, passed.decision, {}, {});
  };
  services_.readers.read([table, remember](StoreReader& reader) { return load_state(reader, table, remember); },
                         [self = shared_from_this(), turn, outcome, error, known](Result<Result<table::State>> found) {
                           self->loop_.post([self, turn, outcome, error, known, found = std::move(found)] {
                             if (!found)
                               return self->clock_.start(
                                   k_retry_ms, [self, turn, outcome, error] { self->reload(turn, outcome, error); });
                             if (*found) {
                               self->requests_ = std::move(*known);
                               return self->reloaded(turn, outcome, error, **found);
                             }
                             self->refuse(turn, error);
                             self->repair((*found).error().message);
                           });
                         });
}

void TableRoom::reloaded(const Turn& turn, const Committed& outcome, core::Error error, table::State loaded) {
  const bool was_committed = table::digest(loaded) == table::digest(outcome->state);
  state_.store(std::make_shared<const table::State>(std::move(loaded)));
  const auto now = state();
  if (stage_) stage_->reloaded(*now);
  // What the house was about to do it does again, but does not hurry where the disk has failed.
  graces_.clear();
  await_everybody();
  bot_decision_ = 0;
  const core::TimeMs pause = error.reason == Reason::store_unavailable ? k_retry_ms : 0;
  arm(pause);
  catch_up_.start(pause, [this] { catch_up(); });
  if (!turn->command || !was_committed)
    refuse(turn, std::move(error));
  else if (turn->command->verdict)
    turn->command->verdict(Accepted{now->version, outcome, {}});
  turn_over();
}

// What follows a commit, where one was lost: nobody else would do it again.
void TableRoom::catch_up() {
  if (const auto short_stack = table::due_top_up(*state())) submit_house({}, table::FillUp{*short_stack});
  seat_owner();
  for (const table::Sitter& one : state()->sitters)
    if (stage_ && stage_->connected(one.uuid)) came_back(one.uuid);
}

void TableRoom::repair(std::string_view why) {
  if (broken_) return;
  broken_ = true;
  log_error({.table = state()->id.view()}, "The table is closed for repair at version {}: {}", state()->version, why);
  rest();
  if (stage_) stage_->closed("This table had to be closed. Nothing is lost; its keeper has to look at it.");
}

// No clock runs any more and nothing waits.
void TableRoom::rest() {
  clock_.cancel();
  bot_pause_.cancel();
  vacancy_.cancel();
  catch_up_.cancel();
  graces_.clear();
  const auto waiting = std::move(inbox_);
  inbox_.clear();
  for (const Turn& turn : waiting)
    if (turn->command) refuse(turn, broken_ ? Reason::store_unavailable : Reason::restarting);
}

}  // namespace baize::server
