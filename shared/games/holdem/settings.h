// The settings of a hold'em table, as they stand in the lobby's form and in "settings" on the wire.
#pragma once

#include <cstdint>

#include "core/chips.h"
#include "core/described.h"
#include "games/audit.h"

namespace baize::games::holdem {

using core::Chips;

// `ring`: people come and go with chips of their own. `sit_and_go`: all pay the same, begin with the same stack when
// every seat is taken, and play until one has everything.
enum class Mode { ring, sit_and_go };
BOOST_DESCRIBE_ENUM(Mode, ring, sit_and_go)

// Who pays the antes: each for itself, or the big blind one ante for the whole table.
enum class AnteBy { each, big_blind };
BOOST_DESCRIBE_ENUM(AnteBy, each, big_blind)

// What the levels of a sit-and-go are counted in.
enum class LevelBy { hands, minutes };
BOOST_DESCRIBE_ENUM(LevelBy, hands, minutes)

// Who gets the prizes of a sit-and-go: all to the first, 65 and 35, or 50, 30 and 20 in a hundred.
enum class Payouts { first, first_two, first_three };
BOOST_DESCRIBE_ENUM(Payouts, first, first_two, first_three)

// How the blinds of a sit-and-go rise: by one of the house's schedules, which multiply those of the first level, or by
// the levels that the table was given (schedule.h).
enum class Schedule { regular, turbo, slow, custom };
BOOST_DESCRIBE_ENUM(Schedule, regular, turbo, slow, custom)

inline constexpr std::size_t k_max_levels_text = 240;  // bytes

struct Settings {
  static constexpr core::Tag k_tag{"game", "holdem"};
  static constexpr bool k_defaulted = true;
  static constexpr std::size_t k_added = 2;  // schedule and levels

  Mode mode = Mode::ring;
  Chips small_blind{5};  // of the first level in a sit-and-go, like big blind and ante
  Chips big_blind{10};
  Chips ante{0};
  AnteBy ante_by = AnteBy::each;
  Chips min_buy_in{100};
  Chips max_buy_in{2000};
  std::int32_t time_bank_seconds = 60;  // 0: none; see k_bank_refill_ms
  bool straddle = false;                // the seat after the big blind may post two of them unseen
  bool run_twice = false;               // all-in before the river: two boards, if all in the pot agree
  bool rabbit_hunt = false;             // after a hand the board that would have come may be looked at
  Audit audit = Audit::sample;

  // Of a sit-and-go.
  Chips buy_in{500};
  Chips starting_stack{1500};
  LevelBy level_by = LevelBy::hands;
  std::int32_t level_length = 10;  // hands or minutes
  Payouts payouts = Payouts::first_two;
  Schedule schedule = Schedule::regular;
  core::Text<k_max_levels_text> levels;  // of a custom schedule: "5/10 10/20 25/50/5"

  friend bool operator==(const Settings&, const Settings&) = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (mode, small_blind, big_blind, ante, ante_by, min_buy_in, max_buy_in, time_bank_seconds, straddle,
                       run_twice, rabbit_hunt, audit, buy_in, starting_stack, level_by, level_length, payouts, schedule,
                       levels))

// What a time bank gets back with every hand that its seat is dealt into, until it is full again; ms.
inline constexpr std::int32_t k_bank_refill_ms = 2000;

constexpr bool is_tournament(const Settings& settings) { return settings.mode == Mode::sit_and_go; }

}  // namespace baize::games::holdem
