#include "client/standing.h"

#include <algorithm>

namespace baize::client {

std::string_view words_of(Standing standing) {
  switch (standing) {
    case Standing::logged_out:
      return "Logged out";
    case Standing::browsing:
      return "Browsing";
    case Standing::joining:
      return "Joining";
    case Standing::joined:
      return "Joined";
    case Standing::in_game:
      return "In game";
    case Standing::leaving:
      break;
  }
  return "Leaving";
}

std::string_view words_of(Connection connection) {
  switch (connection) {
    case Connection::disconnected:
      return "Disconnected";
    case Connection::connecting:
      return "Connecting";
    case Connection::connected:
      return "Connected";
    case Connection::error:
      break;
  }
  return "Error";
}

Standing standing_of(const TableSession& session, bool known) {
  const Standing without = known ? Standing::browsing : Standing::logged_out;
  const table::GameView* view = session.view();
  if (view == nullptr) return without;
  const bool goes = session.on_its_way("leave-table") || session.on_its_way("request-leave");
  const auto& seats = view->shared.value.seats;
  const auto own =
      std::find_if(seats.begin(), seats.end(), [&](const auto& one) { return one.seat == view->viewer.seat; });
  if (own != seats.end()) {
    if (goes || own->status == games::SeatStatus::leaving) return Standing::leaving;
    const auto status = view->shared.value.table.status;
    const bool on = status == table::Status::running || status == table::Status::paused;
    return on && own->status == games::SeatStatus::playing ? Standing::in_game : Standing::joined;
  }
  const bool asked = view->viewer.role == table::Role::pending || session.on_its_way("take-seat");
  return asked ? Standing::joining : without;
}

Connection connection_of(const Door& door) {
  switch (door.link()) {
    case Link::connecting:
      return Connection::connecting;
    case Link::open:
      return Connection::connected;
    case Link::reconnecting:
    case Link::offline:
      return Connection::disconnected;
    case Link::ended:
      break;
  }
  const bool elsewhere = door.ended() == Ended::opened_elsewhere || door.ended() == Ended::signed_out;
  return elsewhere ? Connection::disconnected : Connection::error;
}

}  // namespace baize::client
