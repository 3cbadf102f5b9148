// The messages of the sockets, one row each: what it says, its schema and an example. The rows are values of the very
// structs that are sent, so an example cannot be of another form; a message without a row is a broken invariant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"

namespace baize::server::documents {

struct Message {
  std::string name;  // "take-seat"
  std::string words;
  core::Json schema;
  core::Json example;
};

// What a client may send over a table's socket: the table's verbs, then the moves of every game.
std::vector<Message> client_messages(core::SchemaDefinitions& named);
// What the server sends over it.
std::vector<Message> server_messages(core::SchemaDefinitions& named);
// What the read-only stream tells.
std::vector<Message> stream_messages(core::SchemaDefinitions& named);

}  // namespace baize::server::documents
