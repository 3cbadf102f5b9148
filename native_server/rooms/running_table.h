// A table in play with all that belongs to it: the room that judges, the audience that watches, the chat, and who has
// given the passphrase. Made by the hall; lives on one loop until its last connection is gone.
#pragma once

#include <set>

#include "accounts/accounts.h"
#include "accounts/sliding_window.h"
#include "rooms/audience.h"
#include "rooms/chat.h"

namespace baize::server {

// What is read from the store for a table besides its state.
struct TablePapers {
  std::string passphrase;  // its hash; empty: not locked
  std::vector<ChatLine> said;
  std::vector<ChatLine> logged;
  Requests requests;  // its decisions, as far as its log was run again
};

// Passphrases that one person may try at a table in so many ms; all together ten times as many, as who is nobody known
// is another with each connection.
inline constexpr std::uint32_t k_passphrases = 20;
inline constexpr core::TimeMs k_passphrases_in_ms = 10 * 60 * 1000;

// What the lobby tells of a table, but for who watches.
protocol::TableSummary summary_of(const table::State& state);

class RunningTable : public std::enable_shared_from_this<RunningTable> {
 public:
  RunningTable(Loop& loop, const RoomServices& services, Accounts& accounts, table::State state, TablePapers papers);

  // Any thread.
  const core::TableId& id() const { return id_; }
  Loop& loop() { return room->loop(); }
  std::shared_ptr<const table::State> state() const { return room->state(); }
  protocol::TableSummary summary() const;

  // On the loop: a connection comes in. `joined` at once, or silent until it asks.
  enum class Entry { joined, silent };
  std::shared_ptr<Receiver> enter(std::shared_ptr<Connection> connection, Identity identity, Entry entry);
  // On the loop: a connection that only reads (stream.h).
  std::shared_ptr<Receiver> stream(std::shared_ptr<Connection> connection, Identity identity);
  // How long whoever sends this has to wait, in ms; 0: it may be heard, which counts it. `connection` as MessageLimits
  // has it. Any thread.
  core::TimeMs wait(ConnectionWindows* connection, const Identity& identity, const protocol::ClientVerb& verb) const;
  // On the loop: whether `uuid` may see this table, having given `passphrase` now or before; wrong-passphrase,
  // too-many.
  void admit(const core::Uuid& uuid, const std::optional<std::string>& passphrase,
             std::function<void(core::Result<void>)> then);
  bool admitted(const core::Uuid& uuid) const;
  // On the loop: whoever was `from`, nobody known, has an account now.
  void carry_admission(const core::Uuid& from, const core::Uuid& to);
  // On the loop: whether `uuid` (empty: nobody known) may be shown what happens and happened here; wrong-passphrase,
  // not-seated.
  core::Result<void> may_watch(const core::Uuid& uuid) const;

  const std::shared_ptr<TableRoom> room;
  Audience audience;
  Chat chat;
  Accounts& accounts;

 private:
  const core::TableId id_;
  Workers& workers_;
  MessageLimits& messages_;
  const Load& load_;
  const std::string passphrase_;
  std::set<std::string> admitted_;  // uuids
  WindowsByName tries_{k_passphrases, k_passphrases_in_ms};
};

}  // namespace baize::server
