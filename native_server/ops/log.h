// The server's log: one line an event on stderr, with its time and level. Everybody in the server uses it; nobody ever
// gives it a token, a passphrase, a card or a seed.
#pragma once

#include <spdlog/spdlog.h>

#include <string_view>
#include <utility>

namespace baize::server {

// `level`: trace, debug, info, warn, error or off.
void start_log(std::string_view level);

template <class... Args>
void log_debug(fmt::format_string<Args...> text, Args&&... args) {
  spdlog::debug(text, std::forward<Args>(args)...);
}
template <class... Args>
void log_info(fmt::format_string<Args...> text, Args&&... args) {
  spdlog::info(text, std::forward<Args>(args)...);
}
template <class... Args>
void log_warning(fmt::format_string<Args...> text, Args&&... args) {
  spdlog::warn(text, std::forward<Args>(args)...);
}
template <class... Args>
void log_error(fmt::format_string<Args...> text, Args&&... args) {
  spdlog::error(text, std::forward<Args>(args)...);
}

}  // namespace baize::server
