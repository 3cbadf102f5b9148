#include "web/screens/table/connection_words.h"

namespace baize::web::screens {
namespace {

using client::Ended;
using client::Link;

std::string_view ended_words(Ended why) {
  switch (why) {
    case Ended::signed_out:
      return "You are signed out";
    case Ended::opened_elsewhere:
      return "Open in another window";
    case Ended::no_such_table:
      return "There is no such table";
    case Ended::not_ended:
    case Ended::refused:
      break;
  }
  return "Not let in";
}

}  // namespace

std::string connection_trouble(const OpenTable& table) {
  const client::Door& door = table.session().door();
  switch (door.link()) {
    case Link::connecting:
      return "Connecting…";
    case Link::reconnecting:
      return "Connection lost, trying again…";
    case Link::offline:
      return "You are offline";
    case Link::ended:
      return std::string(ended_words(door.ended()));
    case Link::open:
      break;
  }
  return table.view() == nullptr ? "Connecting…" : "";
}

std::string connection_words(const OpenTable& table) {
  if (std::string trouble = connection_trouble(table); !trouble.empty()) return trouble;
  if (table.practice()) return "In this page";
  return table.view()->viewer.role == table::Role::spectator ? "Watching" : "Connected";
}

}  // namespace baize::web::screens
