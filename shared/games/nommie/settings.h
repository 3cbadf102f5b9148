// The settings of a Nommie table, as they stand in the lobby's form and in "settings" on the wire. The rules have
// nothing to choose; only how fair deals are opened is chosen when the table is made.
#pragma once

#include "core/described.h"
#include "games/audit.h"

namespace baize::games::nommie {

struct Settings {
  static constexpr core::Tag k_tag{"game", "nommie"};
  static constexpr bool k_defaulted = true;

  Audit audit = Audit::sample;

  friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (audit))

}  // namespace baize::games::nommie
