#include "ops/log.h"

#include <spdlog/sinks/stdout_sinks.h>

#include <memory>
#include <string>

#include "core/json_write.h"

namespace baize::server {

namespace {

bool plain(std::string_view value) {
  for (const char c : value)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
          c == '.'))
      return false;
  return true;
}

void add(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out.append(1, ' ').append(key).append(1, '=');
  plain(value) ? void(out.append(value)) : core::write_json_string(out, value);
}

}  // namespace

std::string fields(const About& about) {
  std::string out;
  add(out, "table", about.table);
  if (about.connection != 0) add(out, "connection", std::to_string(about.connection));
  add(out, "account", about.account);
  add(out, "request", about.request);
  return out;
}

void start_log(std::string_view level) {
  auto logger = std::make_shared<spdlog::logger>("baize", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  logger->set_level(spdlog::level::from_str(std::string(level)));
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace baize::server
