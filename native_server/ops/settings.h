// How this server is run: one described struct whose fields are the flags, the environment's names and the file's keys
// at once ("--log-level", BAIZE_LOG_LEVEL, log_level). Flags stand over the environment, that over the file, that over
// the defaults. Read once at the start; never changed after.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/described.h"
#include "core/error.h"

namespace baize::server {

struct ServerSettings {
  std::string bind = "127.0.0.1";    // an IP address; 0.0.0.0 or :: for all
  std::int32_t port = 8080;          // 0: any free one
  std::string db = "baize.db";       // the SQLite file
  std::string web;                   // the folder of the client's bundle; empty: found beside the program, or none
  std::vector<std::string> origins;  // of pages on other hosts that may use this server: "https://cards.example"
  // Addresses of proxies that are believed about whose a request is and whether it came encrypted.
  std::vector<std::string> proxies = {"127.0.0.1", "::1"};
  std::int32_t loops = 0;                 // event loops; 0: one a core
  std::string log_level = "info";         // trace, debug, info, warn, error, off
  std::int64_t first_grant = 10'000;      // chips that a new account gets from the house
  std::int32_t bot_pause_ms = 1000;       // about how long a bot seems to think; 0: not at all
  std::int32_t empty_table_ms = 900'000;  // a table with nobody at it closes after this long; 0: never

  // Limits; docs/operating.md tells what a refused client sees. 0: none.
  std::int32_t max_connections = 10'000;      // WebSockets in all
  std::int32_t max_account_connections = 10;  // of one account
  std::int32_t max_table_connections = 3;     // of one account at one table
  std::int32_t max_address_connections = 20;  // without an account, of one address
  std::int32_t max_address_sockets = 1'000;   // WebSockets of one address, whoever's they are
  std::int32_t max_http_connections = 4'000;  // that are no WebSockets, or not yet
  std::int32_t max_address_http = 200;        // the same of one address
  std::int32_t max_address_sign_ins = 1'000;  // new guests, registrations and sign-ins of one address in ten minutes
  std::int32_t max_account_tables = 100;      // that an account opens in ten minutes; an address has four times that
  std::int32_t max_polls = 300;      // of snapshots, of an account in window_ms; an address has four times that
  std::int32_t max_messages = 100;   // of a connection in window_ms; an account has four times that
  std::int32_t max_chat = 5;         // of these: lines of chat and log
  std::int32_t burst_messages = 20;  // the first ones of a connection, which do not count
  std::int32_t window_ms = 10'000;
  std::int32_t max_loop_lag_ms = 50;       // the load is 1 when an event loop is this late,
  std::int32_t max_journal_queue = 1'000;  // or when so many changes wait for the disk
  std::int32_t max_body_bytes = 64 * 1024;
  std::int32_t max_frame_bytes = 64 * 1024;   // a message on a WebSocket
  std::int32_t max_queue_bytes = 256 * 1024;  // what waits for a slow reader
  // The window of compressed text on a WebSocket, as a power of two from 9 to 15; 0: nothing is compressed.
  std::int32_t deflate_bits = 13;
  std::int32_t header_ms = 10'000;  // net/door.h has what these times are of
  std::int32_t body_ms = 10'000;
  std::int32_t idle_ms = 60'000;
  std::int32_t silence_ms = 40'000;
  std::int32_t blocked_ms = 10'000;

  friend bool operator==(const ServerSettings&, const ServerSettings&) = default;
};
BOOST_DESCRIBE_STRUCT(ServerSettings, (),
                      (bind, port, db, web, origins, proxies, loops, log_level, first_grant, bot_pause_ms,
                       empty_table_ms, max_connections, max_account_connections, max_table_connections,
                       max_address_connections, max_address_sockets, max_http_connections, max_address_http,
                       max_address_sign_ins, max_account_tables, max_polls, max_messages, max_chat, burst_messages,
                       window_ms, max_loop_lag_ms, max_journal_queue, max_body_bytes, max_frame_bytes, max_queue_bytes,
                       deflate_bits, header_ms, body_ms, idle_ms, silence_ms, blocked_ms))

// What a field is for, for --help.
std::string_view purpose_of(std::string_view field);

// A value for one field, as text: a list is separated by commas.
struct GivenSetting {
  std::string field;
  std::string text;
};

// The settings from all four sources. `flags` were given on the command line; `file` is the TOML file, or empty for
// BAIZE_CONFIG or none. The error's message is one sentence for the person at the terminal.
core::Result<ServerSettings> load_settings(const std::vector<GivenSetting>& flags, std::string file);

// As a TOML file that would give the same settings.
std::string as_toml(const ServerSettings& settings);

}  // namespace baize::server
