// How somebody stands to a table and how the way to its server stands, each as one of a few words that people read and
// programs look for. Derived from the session and its door; holds nothing.
#pragma once

#include <string_view>

#include "client/table_session.h"

namespace baize::client {

enum class Standing {
  logged_out,  // nobody in particular, looking on perhaps
  browsing,    // somebody, without a seat here
  joining,     // a seat is asked for
  joined,      // seated, not in the running game
  in_game,
  leaving  // asked to leave, or gone when the deal is over
};

enum class Connection {
  disconnected,  // lost, without a network, or ended by this person elsewhere
  connecting,
  connected,
  error  // refused, and not tried again
};

// "In game", "Logged out".
std::string_view words_of(Standing standing);
// "Connected".
std::string_view words_of(Connection connection);

// `known`: an account is signed in, whether or not the table has been heard of yet.
Standing standing_of(const TableSession& session, bool known);
Connection connection_of(const Door& door);

}  // namespace baize::client
