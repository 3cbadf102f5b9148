// One running table: judges commands one at a time against committed state, has each outcome made durable, and only
// then lets anybody see it. Owns the clock, the bots' turns and the grace of players who lost their connection. Lives
// on one loop; knows no socket: its audience is told through Stage.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "accounts/message_limits.h"
#include "net/load.h"
#include "ops/workers.h"
#include "protocol/commands.h"
#include "rooms/requests.h"
#include "store/journal.h"
#include "store/readers.h"
#include "table/gathering.h"

namespace baize::server {

// What a room needs of the house; outlives it.
struct RoomServices {
  Journal& journal;
  Readers& readers;
  Workers& workers;
  MessageLimits& messages;
  const Load& load;
  core::TimeMs bot_pause_ms = 0;
  core::TimeMs empty_table_ms = 0;  // how long a table stays open with nobody at it; 0: as long as it likes
};

// An accepted command: it is durable.
struct Accepted {
  std::uint64_t version = 0;
  std::shared_ptr<const table::Outcome> outcome;  // nothing if it was accepted before: then nothing happened now
  std::optional<GivenAnswer> answer;              // that its unit gave
};
using Verdict = std::function<void(core::Result<Accepted>)>;

// What somebody asks of a table.
struct Command {
  core::Uuid uuid;
  core::Name username;
  protocol::ClientVerb verb;
  core::OrAbsent<core::RequestId> request_id;
  core::OrAbsent<std::uint64_t> version;  // of the view that it was decided on
  Verdict verdict;                        // told on the room's loop
  // What to answer when that is durable; none: the verdict says enough.
  std::function<GiveAnswer(const table::Outcome&)> answer = {};
  // When it was read.
  Histogram::Clock::time_point received = Histogram::Clock::now();
};

// Who is shown what happens.
class Stage {
 public:
  virtual ~Stage() = default;
  virtual void happened(const std::shared_ptr<const table::State>& before,
                        const std::shared_ptr<const table::Outcome>& outcome) = 0;
  // The state was loaded again: everything shown before may be wrong.
  virtual void reloaded(const table::State& state) = 0;
  // Something that everybody may hear.
  virtual void told(const protocol::ServerMessage& message) = 0;
  // The table cannot go on; `reason` is for people.
  virtual void closed(std::string_view reason) = 0;
  virtual bool connected(const core::Uuid& uuid) const = 0;
  // Nobody is connected.
  virtual bool empty() const = 0;
  // The name by which somebody goes at this table, whose account has the name `of_account`.
  virtual core::Name name_of(const core::Uuid& uuid, const core::Name& of_account) const = 0;
  // Whether `uuid` may go by this name here; name-taken if somebody else does.
  virtual core::Result<void> name_free(const core::Name& name, const core::Uuid& uuid) const = 0;
};

class TableRoom : public std::enable_shared_from_this<TableRoom> {
 public:
  // `known`: what is remembered of the versions before.
  TableRoom(Loop& loop, const RoomServices& services, table::State state, Requests known);

  // The state that is committed, and thereby may be shown. Any thread.
  std::shared_ptr<const table::State> state() const { return state_.load(); }
  Loop& loop() { return loop_; }

  // The rest only on the room's loop.
  void set_stage(Stage* stage) { stage_ = stage; }
  // Whether the table is new or comes from the store, where its clock has stood still.
  enum class Origin { opened, restored };
  void start(Origin origin);
  // A command of somebody; too-many if the inbox is full.
  void submit(Command command);
  // Somebody's connections came or went.
  void presence_changed();
  // Somebody is there without a connection: a command or a question came over HTTP. The grace begins anew, and is long
  // enough to open a socket.
  void heard_from(const core::Uuid& uuid);
  // Somebody is at the table again: whose seat a lost connection had left to a stand-in plays on.
  void came_back(const core::Uuid& uuid);
  // Takes no more commands and lets no clock run: the server stops. What is in flight ends.
  void freeze();

 private:
  // What waits for its turn: a command, or an action of the house or a bot.
  struct Waiting {
    std::optional<Command> command;
    table::Action action;
  };
  using Turn = std::shared_ptr<Waiting>;
  using Committed = std::shared_ptr<const table::Outcome>;

  // True if that was all that the command asked for: a value for the open deal. The tip of a chain is not.
  bool gather(const Command& command);
  void open_all_deals();
  void submit_house(const core::Uuid& actor, table::Verb verb);
  void enqueue(Turn turn);
  void next();
  void turn_over();
  void judge(const Turn& turn);
  core::Result<table::Action> action_of(const Command& command) const;
  void refuse(const Turn& turn, core::Error error);
  void look_up_then_refuse(const Turn& turn, core::Error error);
  void commit(const Turn& turn, table::Outcome outcome);
  void committed(const Turn& turn, const Committed& outcome, CommitOutcome result);
  void count(const Turn& turn) const;
  void adopt(const Turn& turn, const Committed& outcome, std::optional<GivenAnswer> answer);
  void reload(const Turn& turn, const Committed& outcome, core::Error error);
  void reloaded(const Turn& turn, const Committed& outcome, core::Error error, table::State state);
  void answer_repeated(const Turn& turn, std::uint64_t version, std::optional<GivenAnswer> answer = {});
  void repair(std::string_view why);
  void rest();

  // Everything that the house does by itself, in so many ms at the earliest.
  void arm(core::TimeMs least_ms = 0);
  void arm_clock(core::TimeMs least_ms);
  // Without a connection, sits here and has not left, or owns a table that has an heir.
  bool is_away(const core::Uuid& uuid) const;
  void arm_graces();
  void seat_owner();
  void start_grace(const core::Uuid& uuid, core::TimeMs least_ms);
  void await_everybody();
  void arm_vacancy();
  void let_bot_think();
  void catch_up();
  void play_for_bot(const core::Uuid& bot, std::uint64_t decision, games::AnyMove move, core::TimeMs pause_ms);

  // How long to wait before a store that has failed is tried again.
  static constexpr core::TimeMs k_retry_ms = 1'000;

  Loop& loop_;
  RoomServices services_;
  std::atomic<std::shared_ptr<const table::State>> state_;
  Stage* stage_ = nullptr;
  Requests requests_;  // what was accepted, and which decision each version had

  table::Gathering gathering_;  // what the seats give for the open deal

  std::deque<Turn> inbox_;
  bool in_flight_ = false;
  bool turning_ = false;  // next() is running further down the stack
  bool frozen_ = false;
  bool broken_ = false;

  LoopTimer clock_;
  LoopTimer bot_pause_;
  LoopTimer vacancy_;
  LoopTimer catch_up_;
  std::uint64_t bot_decision_ = 0;                            // the one that a bot thinks about
  std::map<std::string, std::unique_ptr<LoopTimer>> graces_;  // by uuid
};

}  // namespace baize::server
