// Everybody who is connected to a table, and what they are shown: after each commit the events and the view of each,
// and who is there. The public part of a view is encoded once a version. Lives on the table's loop.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "accounts/identity.h"
#include "net/door.h"
#include "protocol/deal_proofs.h"
#include "protocol/server_codec.h"
#include "protocol/snapshot.h"
#include "rooms/gathering.h"
#include "rooms/recent_actions.h"
#include "rooms/showing.h"
#include "rooms/table_room.h"

namespace baize::server {

// Messages that wait to go to a reader together, and what wakes us to send them.
struct Gathered {
  explicit Gathered(Loop& loop) : wake(loop) {}
  Gathering gathering;
  LoopTimer wake;
};

// One connection, as the audience knows it.
struct Spectator {
  Spectator(Identity whose, std::shared_ptr<Connection> connected);

  // Now, or together with others if that is wanted.
  void send(Outgoing message, Haste haste);
  void send_gathered();

  Identity identity;  // the name is the account's: Audience::name_of has the one at this table
  std::shared_ptr<Connection> connection;
  protocol::Wire wire;
  bool joined = false;            // is shown what happens
  bool waits = false;             // would be, but may not watch
  std::function<void()> let_in;   // it may now
  std::function<void()> let_out;  // it may not any more
  // A conversation, or snapshots and nothing else.
  enum class Reads { messages, snapshots } reads = Reads::messages;
  std::uint64_t shown = 0;             // the newest version of a reader of snapshots
  bool wants_changes = false;          // views as what changed since the last one
  std::unique_ptr<Shown> last;         // if it does: what it was shown last
  std::unique_ptr<Gathered> gathered;  // if it wants messages together
};

using SnapshotPart = Encoded<protocol::SharedSnapshot>;
using SharedMessage = Encoded<protocol::ServerMessage>;

class Audience : public Stage {
 public:
  explicit Audience(TableRoom& room) : room_(room) {}

  void add(Spectator& one);
  void remove(Spectator& one);
  // Somebody joined, got a name or stopped watching. True if that changed the presence, which everybody is then sent.
  bool changed();

  // From now on `uuid` goes by this name, which is free, wherever it connects from; until somebody else takes it while
  // they are away, or the server stops.
  void give_name(const core::Uuid& uuid, const core::Name& name);

  void send(Spectator& to, const protocol::ServerMessage& message);
  void send_to_all(const protocol::ServerMessage& message);
  void send_view(Spectator& to);
  // What happened since that version, where all of it is known still: before the view.
  void send_missed(Spectator& to, std::uint64_t since);
  // The present fair deal with its proofs, for somebody who comes in.
  void send_deal(Spectator& to);
  void send_presence(Spectator& to) { send(to, presence_); }
  // Whether this one may be shown the table.
  bool may_watch(const Spectator& one) const { return table::may_watch(*room_.state(), one.identity.uuid); }

  // People who watch without a seat. Any thread.
  int watching() const { return watching_.load(); }

  void happened(const std::shared_ptr<const table::State>& before,
                const std::shared_ptr<const table::Outcome>& outcome) override;
  void reloaded(const table::State& state) override;
  void told(const protocol::ServerMessage& message) override { send_to_all(message); }
  void closed(std::string_view reason) override;
  bool connected(const core::Uuid& uuid) const override;
  bool empty() const override { return all_.empty(); }
  // That of the seat, or of the request for one; else the one that was given here.
  core::Name name_of(const core::Uuid& uuid, const core::Name& of_account) const override;
  core::Result<void> name_free(const core::Name& name, const core::Uuid& uuid) const override;

 private:
  protocol::Presence presence_now() const;
  static void send(Spectator& to, SharedMessage& message);
  // `happened`: an event that in binary comes with the view's changes, if it comes as such; may be null.
  static void show(Spectator& to, const table::State& state, Showing& everybodys, SharedMessage* happened);
  static void show(Spectator& to, const table::State& state, SnapshotPart& everybodys);
  void show_snapshots(const table::State& state, const table::PublicView& view);
  // Who may not watch hears what becomes of its own wishes, and comes in once it may.
  void tell_waiting(Spectator& to, const table::State& before, const table::Outcome& outcome);
  void let_in_or_out(const table::State& state);
  // Event messages go to many: encoded once for all who may know the same.
  using ToldEvents = std::vector<SharedMessage>;
  static SharedMessage& told_alike(const protocol::ServerMessage& message, ToldEvents& told);
  // The proofs that several get alike, by the positions that they are of.
  using SentProofs = std::map<std::uint64_t, SharedMessage>;
  void prove(Spectator& to, const table::State& before, const table::State& after, SentProofs& sent);

  void tell_happened(const table::State& before, const table::Outcome& outcome);

  // The view of this state. It will be the base of the next one, where somebody wants changes.
  Showing showing(const table::State& state);

  TableRoom& room_;
  Showing::View newest_;  // that was shown, as a base for who wants changes; null where nobody does
  RecentActions recent_;
  std::vector<Spectator*> all_;
  protocol::DealProofs proofs_;
  protocol::Presence presence_;
  std::atomic<int> watching_ = 0;
  std::map<std::string, core::Name> names_;  // that were given here, by uuid
  std::size_t sweep_names_at_ = 1'024;       // how many before those of the absent are forgotten
};

}  // namespace baize::server
