#include "web/screens/table/connection_words.h"

#include "client/standing.h"

namespace baize::web::screens {
namespace {

using client::Ended;
using client::Link;

std::string_view ended_words(Ended why) {
  switch (why) {
    case Ended::signed_out:
      return ": you are signed out";
    case Ended::opened_elsewhere:
      return ": open in another window";
    case Ended::no_such_table:
      return ": there is no such table";
    case Ended::not_ended:
    case Ended::refused:
      break;
  }
  return ": not let in";
}

}  // namespace

std::string connection_trouble(const OpenTable& table) {
  const client::Door& door = table.session().door();
  const std::string word(client::words_of(client::connection_of(door)));
  switch (door.link()) {
    case Link::connecting:
      return word + "…";
    case Link::reconnecting:
      return word + ", trying again…";
    case Link::offline:
      return word + ": you are offline";
    case Link::ended:
      return word + std::string(ended_words(door.ended()));
    case Link::open:
      break;
  }
  return table.view() == nullptr ? "Connecting…" : "";
}

std::string connection_words(const OpenTable& table) {
  if (std::string trouble = connection_trouble(table); !trouble.empty()) return trouble;
  if (table.practice()) return "In this page";
  const bool known = table.account()->state() == Account::State::known;
  return std::string(client::words_of(client::connection_of(table.session().door()))) + " · " +
         std::string(client::words_of(client::standing_of(table.session(), known)));
}

}  // namespace baize::web::screens
