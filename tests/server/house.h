// What the server's tests stand on: a server in this process or as a child that can be killed, each on a SQLite file of
// its own, and clients that speak real HTTP and WebSocket to it. Every wait has an end, so that a silent server fails a
// test and never hangs it.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/json_read.h"
#include "ops/settings.h"

namespace baize::server {
class Server;
}

namespace baize::server::testing {

using core::Json;

// A folder of its own that goes with its holder.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// While it lives, this process can write to no file: the kernel refuses as it does on a full disk.
class FullDisk {
 public:
  FullDisk();
  ~FullDisk();
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
};

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 0;
  std::map<std::string, std::string> fields;  // names in lower case
  std::string body;
  Json json() const { return Json::parse(body, nullptr, false); }
};

// Sends one request over a connection of its own. Throws if no whole answer comes.
Answer http(int port, std::string_view method, std::string_view target, std::string_view body = {},
            const Fields& fields = {});
// Sends these bytes as they are and returns everything until the server closes the connection.
std::string raw_exchange(int port, std::string_view bytes);
// The same, where `behind` is sent once the head of the answer has come: what follows an upgrade.
std::string raw_exchange(int port, std::string_view bytes, std::string_view behind);
// Sends them and closes the connection without waiting for anything.
void send_and_hang_up(int port, std::string_view bytes);

// A WebSocket client.
class Socket {
 public:
  Socket(int port, const std::string& target, const Fields& fields = {});
  ~Socket();
  Socket(Socket&&) noexcept;
  Socket& operator=(Socket&&) noexcept;

  // The status of the answer to the upgrade: 101 if it is open.
  int status() const;
  std::string upgrade_field(std::string_view name) const;
  std::string upgrade_body() const;

  void send(const Json& message) { send_text(message.dump()); }
  void send_text(std::string_view text);
  void send_binary(std::string_view bytes);
  // The next message. Throws if none comes within some seconds or the connection is closed.
  Json next() { return Json::parse(next_frame()); }
  // The same, as it came: text or bytes.
  std::string next_frame();
  // The next message for which `wanted` holds; those before it are passed over.
  Json until(const std::function<bool(const Json&)>& wanted);
  // The next one with this action.
  Json until_action(std::string_view action);
  // Reads to the end and returns the close code (1006: cut without a close frame).
  int closed();
  // Every text frame that has come so far.
  const std::vector<std::string>& heard() const;
  // Cuts the connection without a word.
  void cut();

 private:
  struct Wire;
  std::unique_ptr<Wire> wire_;
};

// Somebody with an account.
struct Player {
  std::string name;
  std::string uuid;
  std::string token;
  std::string refresh_token;
  Fields bearer() const { return {{"Authorization", "Bearer " + token}}; }
};

// The address of a running server and what one does there.
class Site {
 public:
  explicit Site(int port) : port_(port) {}
  int port() const { return port_; }

  Answer get(std::string_view target, const Fields& fields = {}) const {
    return http(port_, "GET", target, {}, fields);
  }
  Answer post(std::string_view target, const Json& body, const Fields& fields = {}) const {
    return http(port_, "POST", target, body.dump(), fields);
  }
  Player guest(std::string_view name) const;
  // The id of a new table of `owner`; `settings` over quick ones (no pause between deals, nobody leaves by himself).
  std::string open_table(const Player& owner, Json settings = Json::object(), std::string_view game = "holdem") const;
  // Joined to the table.
  Socket join(const std::string& table, const Player& player) const;
  Socket watch(const std::string& table) const;

 private:
  int port_;
};

// A server in this process. Tests do more in a second than people do in a minute: there is no limit to how often
// they do it unless one is set, and a busy machine is no reason to refuse any.
class House {
 public:
  explicit House(const std::function<void(ServerSettings&)>& adjust = {});
  ~House();
  Site site() const;
  std::string database() const;
  // Stops it and starts another one on the same file.
  void restart();
  void stop();

 private:
  Folder folder_;
  ServerSettings settings_;
  std::unique_ptr<Server> server_;
};

// The server as a process of its own, with the same limits: the program that BAIZE_SERVER names.
class ChildServer {
 public:
  explicit ChildServer(const std::vector<std::string>& options);
  ~ChildServer();  // kills it
  Site site() const { return Site(port_); }
  void kill();  // SIGKILL, and waits for its end
  // From now on it can write to no file, or can again.
  void fill_disk();
  void clear_disk();
  int terminate();  // SIGTERM; its exit code

 private:
  int wait();
  int pid_ = 0;
  int output_ = -1;
  int port_ = 0;
};

struct Ended {
  int code = 0;
  std::string output;
  std::string errors;
};
// Runs the program that BAIZE_SERVER names to its end, as whoever runs the tests or as somebody who may write to
// nothing of theirs.
enum class As { tester, stranger };
Ended run_baize(const std::vector<std::string>& words, As as = As::tester);

}  // namespace baize::server::testing
