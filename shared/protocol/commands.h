// The way in and the way out of a table, the same on the server and in practice mode: what a client's verb asks of
// table::apply, and which messages an outcome means for one viewer.
#pragma once

#include "protocol/client_messages.h"
#include "protocol/server_messages.h"
#include "table/table.h"

namespace baize::protocol {

// What the runtime adds to a verb: who, when, chance, and the names it gives to a new bot.
struct Asker {
  Uuid uuid;
  core::Name username;  // the account's name at this table
  TimeMs at = 0;
  core::Entropy entropy;
  // The decision that was open at the version the sender saw; nothing if the message names no version.
  std::optional<std::uint64_t> seen_decision;
};

// Nothing for verbs that are not the table's business (joining a socket, chat, ping). An error if the verb itself does
// not fit the state (settings that cannot be read, no free seat for a bot).
std::optional<core::Result<table::Action>> table_action(const table::State& state, const ClientVerb& verb,
                                                        const Asker& asker);

// What follows from `outcome` for the viewer `uuid`, besides the new view itself: events that it may know, pause and
// resume, its own request or turn, the owner's list. In the order in which they should be sent, before the view.
std::vector<ServerMessage> consequences(const table::State& before, const table::Outcome& outcome, const Uuid& uuid);

// What a viewer may know of what brought the table to this version; nothing if that is nothing.
std::optional<GameEvent> game_event(std::uint64_t version, const games::AnyEvents& events,
                                    const std::vector<table::Event>& table, games::Viewer viewer);

// Whether this is the one to act, and will act for itself.
bool turn_of(const table::State& state, const Uuid& uuid);

// The list of who waits for a seat, for the owner.
PendingPlayersUpdate pending_players(const table::State& state);

// 1 to 24 printable characters without a space at either end; an error that says so otherwise.
core::Result<core::Name> player_name(std::string_view text);
// Chat and log texts: 1 to `most` characters of valid UTF-8, no control characters; blank ones are an error.
core::Result<std::string> spoken_text(std::string_view text, std::size_t most);
// Whether these bytes are UTF-8 (RFC 3629), printable or not.
bool valid_utf8(std::string_view text);

}  // namespace baize::protocol
