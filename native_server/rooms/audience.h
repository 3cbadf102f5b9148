// Everybody who is connected to a table, and what they are shown: after each commit the events and the view of each,
// and who is there. The public part of a view is encoded once a version. Lives on the table's loop.
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "accounts/identity.h"
#include "net/door.h"
#include "protocol/deal_proofs.h"
#include "protocol/server_codec.h"
#include "protocol/snapshot.h"
#include "rooms/table_room.h"

namespace baize::server {

// One connection, as the audience knows it.
struct Spectator {
  Spectator(Identity whose, std::shared_ptr<Connection> connected);

  Identity identity;  // the name is the one at this table
  std::shared_ptr<Connection> connection;
  protocol::Wire wire;
  bool joined = false;  // wants views
  // A conversation, or snapshots and nothing else.
  enum class Reads { messages, snapshots } reads = Reads::messages;
  std::uint64_t shown = 0;  // the newest version of a reader of snapshots
};

// What many get alike, encoded once in each form that somebody speaks.
template <class What>
class Encoded {
 public:
  explicit Encoded(What what) : what_(std::move(what)) {}

  const What& what() const { return what_; }
  std::shared_ptr<const std::string> in(protocol::Wire wire) {
    auto& made = made_[static_cast<std::size_t>(wire)];
    if (made) return made;
    std::string text = encoded(what_, wire);
    text.shrink_to_fit();  // it may wait for a slow reader
    made = std::make_shared<const std::string>(std::move(text));
    return made;
  }

 private:
  static std::string encoded(const table::PublicView& view, protocol::Wire wire) {
    return protocol::encode_public(view, wire);
  }
  static std::string encoded(const protocol::SharedSnapshot& snapshot, protocol::Wire) {
    return protocol::encode_shared(snapshot);
  }
  static std::string encoded(const protocol::ServerMessage& message, protocol::Wire wire) {
    return protocol::encode(message, wire);
  }

  What what_;
  std::array<std::shared_ptr<const std::string>, 2> made_;
};
using PublicPart = Encoded<table::PublicView>;
using SnapshotPart = Encoded<protocol::SharedSnapshot>;
using SharedMessage = Encoded<protocol::ServerMessage>;

class Audience : public Stage {
 public:
  explicit Audience(TableRoom& room) : room_(room) {}

  void add(Spectator& one);
  void remove(Spectator& one);
  // Somebody joined, got a name or stopped watching. True if that changed the presence, which everybody is then sent.
  bool changed();

  // Another name of `uuid` at this table, or the one it has; name-taken if somebody else goes by it.
  core::Result<void> name_free(const core::Name& name, const core::Uuid& uuid) const;

  void send(Spectator& to, const protocol::ServerMessage& message);
  void send_to_all(const protocol::ServerMessage& message);
  void send_view(Spectator& to);
  // The present fair deal with its proofs, for somebody who comes in.
  void send_deal(Spectator& to);
  void send_presence(Spectator& to) { send(to, presence_); }
  // Whether this one may be shown the table.
  bool may_watch(const Spectator& one) const;

  // People who watch without a seat. Any thread.
  int watching() const { return watching_.load(); }

  void happened(const table::State& before, const table::Outcome& outcome) override;
  void reloaded(const table::State& state) override;
  void told(const protocol::ServerMessage& message) override { send_to_all(message); }
  void closed(std::string_view reason) override;
  bool connected(const core::Uuid& uuid) const override;
  bool empty() const override { return all_.empty(); }

 private:
  protocol::Presence presence_now() const;
  static void send(Spectator& to, SharedMessage& message);
  static void show(Spectator& to, const table::State& state, PublicPart& everybodys);
  static void show(Spectator& to, const table::State& state, SnapshotPart& everybodys);
  void show_snapshots(const table::State& state, const table::PublicView& view);
  // Event messages go to many: encoded once for all who may know the same.
  using ToldEvents = std::vector<SharedMessage>;
  void tell(Spectator& to, const protocol::ServerMessage& message, ToldEvents& told);
  // The proofs that several get alike, by the positions that they are of.
  using SentProofs = std::map<std::uint64_t, SharedMessage>;
  void prove(Spectator& to, const table::State& before, const table::State& after, SentProofs& sent);

  TableRoom& room_;
  std::vector<Spectator*> all_;
  protocol::DealProofs proofs_;
  protocol::Presence presence_;
  std::atomic<int> watching_ = 0;
};

}  // namespace baize::server
