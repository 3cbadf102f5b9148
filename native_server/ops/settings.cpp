#include "ops/settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <sstream>

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

Result<void> assign(std::string& field, std::string_view, std::string_view text) {
  field = text;
  return {};
}

Result<void> assign(std::vector<std::string>& field, std::string_view, std::string_view text) {
  field.clear();
  while (!text.empty()) {
    const auto end = text.find(',');
    if (end != 0) field.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return {};
}

template <core::Integer T>
Result<void> assign(T& field, std::string_view name, std::string_view text) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), field);
  if (error == std::errc{} && end == text.data() + text.size() && field >= 0) return {};
  return fail(Reason::invalid_field,
              "The setting " + std::string(name) + " needs a whole number, not \"" + std::string(text) + "\".");
}

Result<void> assign(ServerSettings& settings, const GivenSetting& given) {
  Result<void> outcome =
      fail(Reason::invalid_field, "There is no setting " + given.field + "; `baize serve --print-config` shows all.");
  core::for_each_member(settings, [&](std::string_view name, auto& field) {
    if (name == given.field) outcome = assign(field, name, given.text);
  });
  return outcome;
}

std::string text_of(const toml::node& node) {
  if (const auto* list = node.as_array()) {
    std::string text;
    for (const auto& one : *list) text += (text.empty() ? "" : ",") + one.value_or(std::string());
    return text;
  }
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  return node.value_or(std::string());
}

Result<void> read_file(ServerSettings& settings, const std::string& path) {
  try {
    for (const auto& [key, value] : toml::parse_file(path))
      if (auto set = assign(settings, {std::string(key.str()), text_of(value)}); !set) return set;
    return {};
  } catch (const toml::parse_error& failure) {
    return fail(Reason::invalid_field,
                "Cannot read the settings in " + path + ": " + std::string(failure.description()) + ".");
  }
}

std::string environment_name(std::string_view field) {
  std::string name = "BAIZE_";
  for (const char c : field) name.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  return name;
}

Result<void> read_environment(ServerSettings& settings) {
  Result<void> outcome;
  core::for_each_member(settings, [&](std::string_view name, auto& field) {
    const char* text = std::getenv(environment_name(name).c_str());
    if (outcome && text != nullptr) outcome = assign(field, name, text);
  });
  return outcome;
}

// The first setting that is 0 and means nothing then; else nothing.
std::string_view without_zero(const ServerSettings& settings) {
  constexpr std::string_view k_above[] = {"window_ms",       "max_body_bytes", "max_frame_bytes",
                                          "max_queue_bytes", "header_ms",      "body_ms",
                                          "idle_ms",         "silence_ms",     "blocked_ms"};
  std::string_view found;
  core::for_each_member(settings, [&](std::string_view name, const auto& field) {
    if constexpr (core::Integer<std::remove_cvref_t<decltype(field)>>)
      if (field == 0 && std::find(std::begin(k_above), std::end(k_above), name) != std::end(k_above)) found = name;
  });
  return found;
}

}  // namespace

std::string_view purpose_of(std::string_view field) {
  static const std::map<std::string_view, std::string_view> purposes = {
      {"bind", "the IP address to listen on"},
      {"port", "the port to listen on; 0 for any free one"},
      {"db", "the SQLite file; made if it is not there"},
      {"web", "the folder with the client's bundle"},
      {"origins", "pages on other hosts that may use this server, separated by commas"},
      {"proxies", "addresses of proxies before this server, whose X-Forwarded-For and -Proto are believed"},
      {"loops", "event loops; 0 for one a core"},
      {"log_level", "trace, debug, info, warn, error or off"},
      {"first_grant", "chips that a new player gets"},
      {"bot_pause_ms", "about how long a bot seems to think"},
      {"empty_table_ms", "after how long a table with nobody at it closes; 0 for never"},
      {"max_connections", "WebSockets in all; 0 for no limit"},
      {"max_account_connections", "WebSockets of one account; 0 for no limit"},
      {"max_table_connections", "WebSockets of one account at one table; 0 for no limit"},
      {"max_address_connections", "WebSockets without an account from one address; 0 for no limit"},
      {"max_address_sockets", "WebSockets from one address, with accounts and without; 0 for no limit"},
      {"max_http_connections", "connections that are no WebSockets; 0 for no limit"},
      {"max_address_http", "connections from one address that are no WebSockets; 0 for no limit"},
      {"max_account_tables", "tables that an account opens in ten minutes; 0 for no limit"},
      {"max_polls", "snapshots of tables that an account asks for within window-ms; 0 for no limit"},
      {"max_address_sign_ins", "new guests, registrations and sign-ins of one address in ten minutes; 0 for no limit"},
      {"max_messages", "messages of a connection within window-ms; 0 for no limit"},
      {"max_chat", "lines of chat and log of a connection within window-ms; 0 for no limit"},
      {"burst_messages", "messages of a new connection that do not count"},
      {"window_ms", "the time in which messages are counted"},
      {"max_loop_lag_ms", "how late an event loop is at full load; 0 for not counted"},
      {"max_journal_queue", "how many changes wait for the disk at full load; 0 for not counted"},
      {"max_body_bytes", "the largest body of a request"},
      {"max_frame_bytes", "the largest message on a WebSocket"},
      {"max_queue_bytes", "how much waits for a slow reader before views collapse"},
      {"deflate_bits", "the window of compressed text on a WebSocket, as a power of two from 9 to 15; 0 for none"},
      {"header_ms", "how long a client may take over the header of a request"},
      {"body_ms", "how long a client may take over the body of a request"},
      {"idle_ms", "how long a connection is kept between two requests"},
      {"silence_ms", "after how long a silent WebSocket is closed; it is pinged after half of that"},
      {"blocked_ms", "after how long a WebSocket whose client reads nothing is closed"}};
  const auto found = purposes.find(field);
  return found == purposes.end() ? std::string_view() : found->second;
}

Result<ServerSettings> load_settings(const std::vector<GivenSetting>& flags, std::string file) {
  ServerSettings settings;
  if (const char* named = std::getenv("BAIZE_CONFIG"); file.empty() && named != nullptr) file = named;
  if (!file.empty())
    if (auto read = read_file(settings, file); !read) return fail(std::move(read.error()));
  if (auto read = read_environment(settings); !read) return fail(std::move(read.error()));
  for (const GivenSetting& flag : flags)
    if (auto set = assign(settings, flag); !set) return fail(std::move(set.error()));
  if (settings.port > 65535) return fail(Reason::invalid_field, "A port is a number from 0 to 65535.");
  if (settings.deflate_bits != 0 && (settings.deflate_bits < 9 || settings.deflate_bits > 15))
    return fail(Reason::invalid_field, "The setting deflate_bits is 0 or from 9 to 15.");
  if (const auto zero = without_zero(settings); !zero.empty())
    return fail(Reason::invalid_field, "The setting " + std::string(zero) + " needs a number above 0.");
  return settings;
}

std::string as_toml(const ServerSettings& settings) {
  toml::table table;
  core::for_each_member(settings, [&](std::string_view name, const auto& field) {
    if constexpr (std::same_as<std::remove_cvref_t<decltype(field)>, std::vector<std::string>>) {
      toml::array list;
      for (const auto& one : field) list.push_back(one);
      table.insert(name, std::move(list));
    } else {
      table.insert(name, field);
    }
  });
  std::ostringstream text;
  text << table << '\n';
  return text.str();
}

}  // namespace baize::server
