// The subcommands of `baize`: each takes what is left of the command line and returns the exit code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "ops/settings.h"

namespace baize::server {

// Runs the server until SIGTERM or SIGINT. 1 if it could not start.
int serve(const ServerSettings& settings);

// Whose eyes a replay is told through.
struct ReplayAs {
  bool all = false;                // every card, for the keeper of the database
  std::optional<core::Seat> seat;  // neither: what everybody saw
};
// Prints the hand histories of a table in words and says whether the log rebuilds every stored state and hash: 0 if it
// does, 1 if not or if there is no such table.
int replay(const std::string& database, const std::string& table, const ReplayAs& as);

// Proves that no chip of a database is missing or doubled (rooms/ledger_audit.h), also while a server writes to it: 0;
// else 1, with a sentence for each fault.
int audit(const std::string& database);

// Copies a database to a file that is not there yet, also while a server writes to it; tells how far it is. 1 with a
// sentence if that is not possible.
int backup(const std::string& database, const std::string& copy);

// Makes a new key for signing access tokens. The one before it is accepted until there is another one; a server that
// runs takes it over when it is started again. 1 if the file can't be written.
int rotate_key(const std::string& database);

// Prints a description of the protocol: "protocol" as a page for people, "openapi" or "asyncapi" for programs. 1 with a
// sentence for any other name.
int document(const std::string& name);

// Checks a table from its export (GET /api/tables/{id}/export.json), without a database: prints for each hand what was
// proven and what can't be. 0 if nothing is false; 1 with the sentence of the first falsehood, or if it can't be read.
int verify(const std::string& file);

}  // namespace baize::server
