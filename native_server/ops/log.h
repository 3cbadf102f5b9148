// The server's log: one line an event on stderr - its time, its level, a sentence, and what it is about as `key=value`,
// so that one can follow a table, a connection or a request by its id. Everybody in the server uses it; nobody ever
// gives it a token, a passphrase, a card or a seed.
#pragma once

#include <spdlog/spdlog.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace baize::server {

// `level`: trace, debug, info, warn, error or off. Connections, requests and refusals are told at debug.
void start_log(std::string_view level);

// What a line is about; what is empty or 0 is left out.
struct About {
  std::string_view table{};
  std::uint64_t connection = 0;  // Connection::number()
  std::string_view account{};
  std::string_view request{};  // the request_id of a message, or the X-Request-Id of a request
};

// ` table=north connection=17`. A value that is no plain word stands in quotes, escaped as in JSON, so that nobody's
// request_id can pretend to be another line.
std::string fields(const About& about);

inline bool logs_debug() { return spdlog::should_log(spdlog::level::debug); }

template <class... Args>
void log_at(spdlog::level::level_enum level, const About& about, fmt::format_string<Args...> text, Args&&... args) {
  if (!spdlog::should_log(level)) return;
  spdlog::log(level, "{}{}", fmt::format(text, std::forward<Args>(args)...), fields(about));
}
template <class... Args>
void log_debug(const About& about, fmt::format_string<Args...> text, Args&&... args) {
  log_at(spdlog::level::debug, about, text, std::forward<Args>(args)...);
}
template <class... Args>
void log_info(const About& about, fmt::format_string<Args...> text, Args&&... args) {
  log_at(spdlog::level::info, about, text, std::forward<Args>(args)...);
}
template <class... Args>
void log_warning(const About& about, fmt::format_string<Args...> text, Args&&... args) {
  log_at(spdlog::level::warn, about, text, std::forward<Args>(args)...);
}
template <class... Args>
void log_error(const About& about, fmt::format_string<Args...> text, Args&&... args) {
  log_at(spdlog::level::err, about, text, std::forward<Args>(args)...);
}

}  // namespace baize::server
