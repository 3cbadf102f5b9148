// An instant as a date and a time of day in UTC, for histories. Pure arithmetic: no clock, no time zone of a machine.
#pragma once

#include <string>

#include "core/time.h"

namespace baize::narration {

using core::TimeMs;

// Of the Gregorian calendar; month and day count from 1.
struct CivilTime {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
};

// `at`: Unix ms, cut to whole seconds.
CivilTime utc(TimeMs at);

// "2026-11-21", "08:23:43": RFC 3339 section 5.6.
std::string date_text(const CivilTime& time);
std::string clock_text(const CivilTime& time);

}  // namespace baize::narration
