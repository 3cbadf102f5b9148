#include "server/house.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "ops/log.h"
#include "server.h"

namespace baize::server::testing {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace beast_http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr auto k_patience = std::chrono::seconds(20);

// Runs what was begun on `context` to its end.
void finish(asio::io_context& context, const bool& done, const char* what) {
  context.restart();
  context.run_for(k_patience);
  if (!done) throw std::runtime_error(std::string("no answer: ") + what);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

tcp::endpoint here(int port) { return {asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(port)}; }

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "baize-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

FullDisk::FullDisk() {
  std::signal(SIGXFSZ, SIG_IGN);  // a write beyond the limit then fails with EFBIG
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = 0;
  setrlimit(RLIMIT_FSIZE, &limit);
}

FullDisk::~FullDisk() {
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_FSIZE, &limit);
}

Answer http(int port, std::string_view method, std::string_view target, std::string_view body, const Fields& fields) {
  asio::io_context context;
  beast::tcp_stream stream(context);
  stream.connect(here(port));
  beast_http::request<beast_http::string_body> request;
  request.method_string(method);
  request.target(target);
  request.version(11);
  request.set(beast_http::field::host, "127.0.0.1:" + std::to_string(port));
  for (const auto& [name, value] : fields) request.set(name, value);
  request.body() = body;
  request.prepare_payload();
  beast::flat_buffer buffer;
  beast_http::response_parser<beast_http::string_body> parser;
  parser.skip(method == "HEAD");
  bool done = false;
  error_code failure;
  beast_http::async_write(stream, request, [&](error_code, std::size_t) {
    beast_http::async_read(stream, buffer, parser, [&](error_code ended, std::size_t) {
      failure = ended;
      done = true;
    });
  });
  finish(context, done, "HTTP");
  if (failure) throw std::runtime_error("HTTP: " + failure.message());
  Answer answer;
  answer.status = static_cast<int>(parser.get().result_int());
  for (const auto& field : parser.get()) answer.fields[lower(field.name_string())] = field.value();
  answer.body = parser.get().body();
  return answer;
}

std::string raw_exchange(int port, std::string_view bytes) { return raw_exchange(port, bytes, {}); }

std::string raw_exchange(int port, std::string_view bytes, std::string_view behind) {
  asio::io_context context;
  tcp::socket socket(context);
  socket.connect(here(port));
  asio::write(socket, asio::buffer(bytes));
  std::string answer;
  bool done = false;
  if (!behind.empty()) {
    asio::async_read_until(socket, asio::dynamic_buffer(answer), "\r\n\r\n",
                           [&](error_code, std::size_t) { done = true; });
    finish(context, done, "the head of the answer");
    error_code gone;
    asio::write(socket, asio::buffer(behind), gone);
    done = false;
  }
  asio::async_read(socket, asio::dynamic_buffer(answer), [&](error_code, std::size_t) { done = true; });
  finish(context, done, "the end of the connection");
  return answer;
}

void send_and_hang_up(int port, std::string_view bytes) {
  asio::io_context context;
  tcp::socket socket(context);
  socket.connect(here(port));
  asio::write(socket, asio::buffer(bytes));
}

// --- WebSocket ---

struct Socket::Wire {
  asio::io_context context;
  beast::websocket::stream<tcp::socket> stream{context};
  beast::flat_buffer buffer;
  beast::websocket::response_type answer;
  int status = 0;
  std::vector<std::string> heard;
};

Socket::Socket(int port, const std::string& target, const Fields& fields) : wire_(std::make_unique<Wire>()) {
  auto& stream = wire_->stream;
  stream.next_layer().connect(here(port));
  stream.read_message_max(0);
  stream.set_option(beast::websocket::stream_base::decorator([&fields](beast::websocket::request_type& request) {
    for (const auto& [name, value] : fields) request.set(name, value);
  }));
  bool done = false;
  stream.async_handshake(wire_->answer, "127.0.0.1:" + std::to_string(port), target, [&](error_code) { done = true; });
  finish(wire_->context, done, "upgrade");
  wire_->status = static_cast<int>(wire_->answer.result_int());
}

Socket::~Socket() = default;
Socket::Socket(Socket&&) noexcept = default;
Socket& Socket::operator=(Socket&&) noexcept = default;

int Socket::status() const { return wire_->status; }
std::string Socket::upgrade_field(std::string_view name) const { return wire_->answer[name]; }
std::string Socket::upgrade_body() const { return wire_->answer.body(); }
const std::vector<std::string>& Socket::heard() const { return wire_->heard; }

void Socket::send_text(std::string_view text) {
  wire_->stream.text(true);
  wire_->stream.write(asio::buffer(text));
}

void Socket::send_binary(std::string_view bytes) {
  wire_->stream.binary(true);
  wire_->stream.write(asio::buffer(bytes));
}

std::string Socket::next_frame() {
  bool done = false;
  error_code failure;
  wire_->stream.async_read(wire_->buffer, [&](error_code ended, std::size_t) {
    failure = ended;
    done = true;
  });
  finish(wire_->context, done, "message");
  if (failure) throw std::runtime_error("socket: " + failure.message());
  std::string text = beast::buffers_to_string(wire_->buffer.cdata());
  wire_->buffer.clear();
  wire_->heard.push_back(text);
  return text;
}

Json Socket::until(const std::function<bool(const Json&)>& wanted) {
  for (;;)
    if (Json message = next(); wanted(message)) return message;
}

Json Socket::until_action(std::string_view action) {
  return until([&](const Json& message) { return message.value("action", "") == action; });
}

int Socket::closed() {
  try {
    for (;;) next();
  } catch (const std::runtime_error&) {
    const auto code = static_cast<int>(wire_->stream.reason().code);
    return code == 0 ? 1006 : code;
  }
}

void Socket::cut() {
  error_code ignored;
  wire_->stream.next_layer().close(ignored);
}

// --- what one does at a server ---

Player Site::guest(std::string_view name) const {
  const Json made = post("/api/auth/guest", {{"username", name}}).json();
  return {std::string(name), made.at("account").at("id"), made.at("access_token"), made.at("refresh_token")};
}

std::string Site::open_table(const Player& owner, Json settings, std::string_view game) const {
  Json all = {{"disconnect_grace", 3600}, {"deal_pause", 0}, {"turn_seconds", 300}};
  all.update(settings);
  const auto answer = post("/api/tables", {{"name", "Test"}, {"game", game}, {"settings", all}}, owner.bearer());
  if (answer.status != 201) throw std::runtime_error("no table: " + answer.body);
  return answer.json().at("id");
}

Socket Site::join(const std::string& table, const Player& player) const {
  Socket socket(port_, "/ws/table/" + table, player.bearer());
  socket.send({{"action", "join-table"}});
  socket.until_action("presence");
  return socket;
}

Socket Site::watch(const std::string& table) const {
  Socket socket(port_, "/ws/table/" + table);
  socket.send({{"action", "join-table"}});
  socket.until_action("presence");
  return socket;
}

// --- servers ---

House::House(const std::function<void(ServerSettings&)>& adjust) {
  settings_.port = 0;
  settings_.db = database();
  settings_.loops = 2;
  settings_.log_level = "off";
  settings_.bot_pause_ms = 0;
  settings_.max_messages = settings_.max_chat = settings_.max_polls = 0;
  settings_.max_address_sign_ins = settings_.max_account_tables = 0;
  settings_.max_loop_lag_ms = settings_.max_journal_queue = 0;
  if (adjust) adjust(settings_);
  start_log(settings_.log_level);
  restart();
}

House::~House() = default;

std::string House::database() const { return (folder_ / "baize.db").string(); }

Site House::site() const { return Site(server_->port()); }

void House::restart() {
  stop();
  auto started = Server::start(settings_);
  if (!started) throw std::runtime_error(started.error().message);
  server_ = std::move(*started);
}

void House::stop() { server_.reset(); }

namespace {

std::string program() {
  const char* named = std::getenv("BAIZE_SERVER");
  if (named == nullptr) throw std::runtime_error("BAIZE_SERVER names the program to test");
  return named;
}

// Starts the program, `prepare` being called in the new process; `output` and `errors` become the reading ends of its
// streams.
int spawn(const std::vector<std::string>& words, int& output, int& errors, void (*prepare)() = [] {}) {
  int out[2];
  int err[2];
  if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::vector<std::string> all = {program()};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> arguments;
  for (std::string& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const int opened = open(arguments[0], O_RDONLY | O_CLOEXEC);
  const int pid = fork();
  if (pid == 0) {
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    prepare();
    execv(arguments[0], arguments.data());
    fexecve(opened, arguments.data(), environ);  // for somebody who may not look into the folders above it
    _exit(127);
  }
  close(opened);
  close(out[1]);
  close(err[1]);
  output = out[0];
  errors = err[0];
  return pid;
}

// How large files may become by what this process writes; a server takes a limit for a full disk.
void limit_files(int pid, rlim_t bytes) {
  rlimit limit{};
  prlimit(pid, RLIMIT_FSIZE, nullptr, &limit);
  limit.rlim_cur = std::min(bytes, limit.rlim_max);
  if (prlimit(pid, RLIMIT_FSIZE, &limit, nullptr) != 0) throw std::runtime_error("no limit for files");
}

// Ends by itself if it goes on for too long.
void watch_oneself() { alarm(60); }

void become_a_stranger() {
  watch_oneself();
  constexpr int k_nobody = 65534;
  if (geteuid() == 0 && (setgid(k_nobody) != 0 || setuid(k_nobody) != 0)) _exit(126);
}

std::string read_all(int descriptor) {
  std::string text;
  char part[4096];
  for (ssize_t count = 0; (count = read(descriptor, part, sizeof part)) > 0;)
    text.append(part, static_cast<std::size_t>(count));
  close(descriptor);
  return text;
}

int exit_code_of(int pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

ChildServer::ChildServer(const std::vector<std::string>& options) {
  std::vector<std::string> words = {"serve", "--port", "0", "--log-level", "off"};
  for (const char* limit : {"--max-messages", "--max-chat", "--max-polls", "--max-address-sign-ins",
                            "--max-account-tables", "--max-loop-lag-ms", "--max-journal-queue"})
    words.insert(words.end(), {limit, "0"});
  words.insert(words.end(), options.begin(), options.end());
  int errors = -1;
  pid_ = spawn(words, output_, errors);
  close(errors);
  std::string line;
  for (char c = 0; line.find('\n') == std::string::npos && read(output_, &c, 1) == 1;) line.push_back(c);
  const auto colon = line.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("the server did not start");
  port_ = std::atoi(line.c_str() + colon + 1);
}

ChildServer::~ChildServer() {
  if (pid_ != 0) kill();
  close(output_);
}

int ChildServer::wait() {
  const int code = exit_code_of(pid_);
  pid_ = 0;
  return code;
}

void ChildServer::kill() {
  ::kill(pid_, SIGKILL);
  wait();
}

void ChildServer::fill_disk() { limit_files(pid_, 0); }

void ChildServer::clear_disk() { limit_files(pid_, RLIM_INFINITY); }

int ChildServer::terminate() {
  ::kill(pid_, SIGTERM);
  return wait();
}

Ended run_baize(const std::vector<std::string>& words, As as) {
  int output = -1;
  int errors = -1;
  const int pid = spawn(words, output, errors, as == As::tester ? watch_oneself : become_a_stranger);
  Ended ended;
  ended.output = read_all(output);
  ended.errors = read_all(errors);
  ended.code = exit_code_of(pid);
  return ended;
}

}  // namespace baize::server::testing
