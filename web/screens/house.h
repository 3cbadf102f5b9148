// House: what all screens share: who this is, which server there is, what can be played, and the way from one screen to
// another. The app owns the one House; screens are given a reference.
#pragma once

#include <functional>
#include <string>

#include "web/platform/server.h"
#include "web/screens/account.h"

namespace baize::web::screens {

// The routes, as they stand behind the "#" of the address.
inline constexpr std::string_view k_lobby_route = "/";
inline constexpr std::string_view k_practice_route = "/practice";
std::string table_route(std::string_view id);
std::string hand_route(std::string_view table, std::uint32_t number);

class House {
 public:
  Account account;

  // Shows what this route names, as a new entry of the browser's history.
  std::function<void(std::string_view route)> go;

  // What can be played: the server's list once it has come, else what this bundle knows by itself.
  const protocol::Games& games() const { return games_; }
  void ask_for_games();
  House();

  // The name that was last given in this browser; empty if none was.
  std::string remembered_name() const;
  void remember_name(std::string_view name) const;

 private:
  protocol::Games games_;
  bool asked_ = false;
};

}  // namespace baize::web::screens
