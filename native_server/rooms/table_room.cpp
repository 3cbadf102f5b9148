#include "rooms/table_room.h"

#include "accounts/secrets.h"
#include "core/check.h"
#include "ops/log.h"
#include "rooms/room_log.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

// Commands that may wait for their turn at one table.
constexpr std::size_t k_inbox = 256;

}  // namespace

TableRoom::TableRoom(Loop& loop, const RoomServices& services, table::State state, Requests known)
    : loop_(loop),
      services_(services),
      state_(std::make_shared<const table::State>(std::move(state))),
      requests_(std::move(known)),
      clock_(loop),
      bot_pause_(loop),
      vacancy_(loop),
      catch_up_(loop) {
  const auto now = this->state();
  requests_.remember(now->version, now->decision, {}, {});
}

void TableRoom::start(Origin origin) {
  arm_vacancy();
  if (origin == Origin::opened) return arm();
  await_everybody();
  submit_house({}, table::Restored{});
}

void TableRoom::submit(Command command) {
  auto turn = std::make_shared<Waiting>();
  turn->command = std::move(command);
  if (broken_ || frozen_) return refuse(turn, broken_ ? Reason::store_unavailable : Reason::restarting);
  if (gather(*turn->command)) return;
  if (inbox_.size() >= k_inbox) return refuse(turn, Reason::too_many);
  enqueue(std::move(turn));
}

// Values of an open deal are not written one by one: the deal itself writes them (table/gathering.h).
bool TableRoom::gather(const Command& command) {
  const auto* verb = std::get_if<protocol::TableVerb>(&command.verb);
  const auto* seed = verb != nullptr ? std::get_if<protocol::ClientSeed>(verb) : nullptr;
  if (seed == nullptr) return false;
  const auto heard = gathering_.hear(*state(), command.uuid, seed->hand, seed->value);
  if (heard && *heard == table::Gathering::Heard::tip) return false;
  if (command.verdict)
    command.verdict(heard ? Result<Accepted>(Accepted{state()->version, nullptr, {}}) : fail(heard.error()));
  if (heard) arm_clock(0);
  return true;
}

void TableRoom::submit_house(const core::Uuid& actor, table::Verb verb) {
  if (broken_ || frozen_) return;
  auto turn = std::make_shared<Waiting>();
  turn->action = {actor, now_ms(), std::move(verb)};
  enqueue(std::move(turn));
}

void TableRoom::enqueue(Turn turn) {
  inbox_.push_back(std::move(turn));
  next();
}

void TableRoom::next() {
  if (turning_) return;
  turning_ = true;
  while (!in_flight_ && !inbox_.empty()) {
    const Turn turn = std::move(inbox_.front());
    inbox_.pop_front();
    in_flight_ = true;
    try {
      judge(turn);
    } catch (const core::BrokenInvariant& broken) {
      refuse(turn, Reason::store_unavailable);
      repair(broken.what());
    }
  }
  turning_ = false;
}

void TableRoom::turn_over() {
  in_flight_ = false;
  next();
}

void TableRoom::judge(const Turn& turn) {
  if (turn->command) {
    const Command& command = *turn->command;
    if (command.request_id)
      if (const auto version = requests_.version_of(command.uuid, command.request_id->view()))
        return answer_repeated(turn, *version);
    auto action = action_of(command);
    if (!action) return look_up_then_refuse(turn, std::move(action.error()));
    turn->action = std::move(*action);
  }
  // Somebody who is back, or has left meanwhile, is not gone.
  const auto* gone = std::get_if<table::Gone>(&turn->action.verb);
  if (gone != nullptr && !is_away(gone->uuid)) return turn_over();
  auto* tick = std::get_if<table::Tick>(&turn->action.verb);
  if (tick != nullptr) tick->values = gathering_.values(*state());
  auto outcome = table::apply(*state(), turn->action);
  if (!outcome) return look_up_then_refuse(turn, std::move(outcome.error()));
  if (tick != nullptr) gathering_.taken(*state());
  commit(turn, std::move(*outcome));
}

Result<table::Action> TableRoom::action_of(const Command& command) const {
  protocol::Asker asker;
  asker.uuid = command.uuid;
  asker.username = stage_ ? stage_->name_of(command.uuid, command.username) : command.username;
  asker.at = now_ms();
  asker.entropy = fresh_entropy();
  if (command.version) asker.seen_decision = requests_.decision_at(*command.version);
  auto action = protocol::table_action(*state(), command.verb, asker);
  if (!action) return fail(Reason::unknown_action, "This is said on a table's socket only.");
  const auto* seat = *action ? std::get_if<table::TakeSeat>(&(*action)->verb) : nullptr;
  // Who only watches has a name, too, which the table does not know of.
  if (seat != nullptr && !seat->username.empty() && stage_ && table::sitter(*state(), command.uuid) == nullptr)
    if (const auto is_free = stage_->name_free(seat->username, command.uuid); !is_free) return fail(is_free.error());
  return std::move(*action);
}

void TableRoom::refuse(const Turn& turn, core::Error error) {
  const auto* fill = std::get_if<table::FillUp>(&turn->action.verb);
  if (turn->command) {
    if (turn->command->verdict) turn->command->verdict(fail(std::move(error)));
  } else if (fill != nullptr && error.reason == Reason::insufficient_chips) {
    submit_house({}, table::EndTopUp{fill->uuid});
  } else if (error.reason != Reason::stale && error.reason != Reason::paused) {
    log_warning({.table = state()->id.view()}, "An action of the house was refused: {}", error.message);
  }
}

// Before a command is refused: perhaps it is the repetition of one that was accepted long ago.
void TableRoom::look_up_then_refuse(const Turn& turn, core::Error error) {
  if (!turn->command || !turn->command->request_id) {
    refuse(turn, std::move(error));
    // A tick that came a little early, or for a decision that has passed: the clock is set anew, without haste.
    if (std::holds_alternative<table::Tick>(turn->action.verb)) {
      const auto due = gathering_.due(*state());
      arm_clock(due && now_ms() < *due ? 1 : k_retry_ms);
    }
    return turn_over();
  }
  const std::string table(state()->id.view());
  const std::string actor(turn->command->uuid.view());
  const std::string request_id(turn->command->request_id->view());
  services_.readers.read([=](StoreReader& reader) { return reader.version_of_request(table, actor, request_id); },
                         [self = shared_from_this(), turn, error](Result<std::optional<std::uint64_t>> version) {
                           self->loop_.post([self, turn, error, version] {
                             if (version && *version) return self->answer_repeated(turn, **version);
                             self->refuse(turn, error);
                             self->turn_over();
                           });
                         });
}

void TableRoom::answer_repeated(const Turn& turn, std::uint64_t version, std::optional<GivenAnswer> answer) {
  if (turn->command->verdict) turn->command->verdict(Accepted{version, nullptr, std::move(answer)});
  turn_over();
}

void TableRoom::commit(const Turn& turn, table::Outcome outcome) {
  const auto request_id = turn->command ? turn->command->request_id : core::OrAbsent<core::RequestId>();
  CommitUnit unit = unit_of(turn->action, outcome, request_id);
  if (turn->command && turn->command->answer) unit.writes.emplace_back(turn->command->answer(outcome));
  auto candidate = std::make_shared<const table::Outcome>(std::move(outcome));
  services_.journal.commit(std::move(unit), &loop_, [self = shared_from_this(), turn, candidate](CommitOutcome result) {
    self->committed(turn, candidate, std::move(result));
  });
}

void TableRoom::committed(const Turn& turn, const Committed& outcome, CommitOutcome result) {
  if (result.end == CommitOutcome::End::unknown) return reload(turn, outcome, std::move(result.error));
  if (result.end == CommitOutcome::End::refused) {
    if (result.repeated && turn->command) return answer_repeated(turn, *result.repeated, std::move(result.answer));
    if (result.answer) return answer_repeated(turn, state()->version, std::move(result.answer));
    if (result.error.reason == Reason::stale) return reload(turn, outcome, std::move(result.error));
    refuse(turn, std::move(result.error));
    return turn_over();
  }
  try {
    adopt(turn, outcome, std::move(result.answer));
  } catch (const core::BrokenInvariant& broken) {
    repair(broken.what());
  }
  turn_over();
}

void TableRoom::count(const Turn& turn) const {
  LoopMetrics& metrics = loop_.metrics();
  if (!turn->command) return metrics.house_actions.add();
  metrics.player_actions.add();
  metrics.action_time.add_since(turn->command->received);
}

// Whoever hears the answer and looks at the table finds what was answered.
void TableRoom::adopt(const Turn& turn, const Committed& outcome, std::optional<GivenAnswer> answer) {
  count(turn);
  const auto before = state();
  state_.store(std::shared_ptr<const table::State>(outcome, &outcome->state));
  const auto& request_id = turn->command ? turn->command->request_id : core::OrAbsent<core::RequestId>();
  requests_.remember(outcome->state.version, outcome->state.decision, turn->action.actor,
                     request_id ? request_id->view() : std::string_view());
  if (turn->command && turn->command->verdict)
    turn->command->verdict(Accepted{outcome->state.version, outcome, std::move(answer)});
  if (stage_) stage_->happened(before, outcome);
  if (const auto short_stack = table::due_top_up(*state())) submit_house({}, table::FillUp{*short_stack});
  if (outcome->state.status == table::Status::closed) open_all_deals();
  // Who was given a seat without a socket here - over HTTP, or by an owner who took a while - has time to open one; and
  // an owner whom somebody could follow now.
  for (const table::Sitter& one : outcome->state.sitters)
    if (table::sitter(*before, one.uuid) == nullptr) heard_from(one.uuid);
  const table::State& now = outcome->state;
  const bool passed_on = !(before->owner == now.owner);
  if (passed_on || (!table::heir(*before) && table::heir(now))) heard_from(now.owner);
  // Who is gone may own the table still, and has another grace to answer for it.
  if (const auto* gone = std::get_if<table::Gone>(&turn->action.verb)) graces_.erase(std::string(gone->uuid.view()));
  arm();
  if (passed_on) seat_owner();
}

// A table was left to somebody who waits for its owner's answer; who is not there is not seated.
void TableRoom::seat_owner() {
  const auto now = state();
  if (stage_ && stage_->connected(now->owner) && table::request_of(*now, now->owner) != nullptr)
    submit_house(now->owner, table::AcceptPlayer{now->owner});
}

// A closed table whose players were promised that opens the seeds of all its deals.
void TableRoom::open_all_deals() {
  const auto now = state();
  if (games::audit(now->settings.game.value) != games::Audit::at_close) return;
  const std::string table(now->id.view());
  services_.readers.read([table](StoreReader& reader) { return seeds_of_deals(reader, table); },
                         [self = shared_from_this()](Result<std::vector<table::DealOpened>> seeds) {
                           self->loop_.post([self, seeds = std::move(seeds)] {
                             if (!seeds || !self->stage_) return;
                             for (const auto& one : *seeds) self->stage_->told(one);
                           });
                         });
}

void TableRoom::presence_changed() {
  if (frozen_ || broken_) return;
  arm_graces();
  arm_vacancy();
}

void TableRoom::came_back(const core::Uuid& uuid) {
  const auto now = state();
  if (now->owner == uuid) seat_owner();
  const table::Sitter* const one = table::sitter(*now, uuid);
  if (one == nullptr || !table::stood_in_for(*now, *one) || one->leaving != table::LeaveReason::disconnected) return;
  submit_house(uuid, table::SitIn{});
}

void TableRoom::freeze() {
  frozen_ = true;
  rest();
}

}  // namespace baize::server
