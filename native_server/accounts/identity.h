// Who is asking: an account, or an anonymous spectator with a name-less identity that lasts as long as the connection.
#pragma once

#include <string>

#include "core/ids.h"

namespace baize::server {

struct Identity {
  core::Uuid uuid;
  core::Name username;  // empty: anonymous
  bool guest = true;
  std::string family = {};  // the sign-in by which it is known; empty: anonymous

  bool anonymous() const { return username.empty(); }
};

}  // namespace baize::server
