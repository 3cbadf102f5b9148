#include "narration/calendar.h"

#include <chrono>

namespace baize::narration {
namespace {

std::string digits(unsigned number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace

CivilTime utc(TimeMs at) {
  namespace chrono = std::chrono;
  const chrono::sys_time<chrono::seconds> instant(chrono::floor<chrono::seconds>(chrono::milliseconds(at)));
  const auto day = chrono::floor<chrono::days>(instant);
  const chrono::year_month_day date(day);
  const auto of_day = static_cast<unsigned>((instant - day).count());
  return {static_cast<int>(date.year()),
          static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()),
          of_day / 3600,
          of_day / 60 % 60,
          of_day % 60};
}

std::string date_text(const CivilTime& time) {
  return digits(static_cast<unsigned>(time.year), 4) + "-" + digits(time.month, 2) + "-" + digits(time.day, 2);
}

std::string clock_text(const CivilTime& time) {
  return digits(time.hour, 2) + ":" + digits(time.minute, 2) + ":" + digits(time.second, 2);
}

}  // namespace baize::narration
