// The settings of a hold'em table, as they stand in the lobby's form and in "settings" on the wire.
#pragma once

#include "core/chips.h"
#include "core/described.h"

namespace baize::games::holdem {

using core::Chips;

// Whether the seeds of hands are opened, fixed when the table is made (the rules, "Fair deals" 5).
enum class Audit { never, sample, at_close };
BOOST_DESCRIBE_ENUM(Audit, never, sample, at_close)

struct Settings {
  static constexpr core::Tag k_tag{"game", "holdem"};
  static constexpr bool k_defaulted = true;

  Chips small_blind{5};
  Chips big_blind{10};
  Chips ante{0};
  Chips min_buy_in{100};
  Chips max_buy_in{2000};
  Audit audit = Audit::sample;

  friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (small_blind, big_blind, ante, min_buy_in, max_buy_in, audit))

}  // namespace baize::games::holdem
