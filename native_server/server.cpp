#include "server.h"

#include <chrono>
#include <future>
#include <thread>

#include "http/app.h"
#include "net/listener.h"
#include "ops/log.h"
#include "store/sqlite_store.h"

namespace baize::server {

namespace {

using core::fail;
using core::Reason;
using core::Result;

constexpr int k_reader_threads = 2;
constexpr int k_worker_threads = 2;
// How long clients have to answer a close frame before their connections are cut.
constexpr auto k_farewell = std::chrono::milliseconds(3'500);

std::size_t loop_count(const ServerSettings& settings) {
  if (settings.loops > 0) return static_cast<std::size_t>(settings.loops);
  return std::max(1u, std::thread::hardware_concurrency());
}

// The bundle stands beside the program in a build tree: build/native/baize and build/web/dist.
std::filesystem::path bundle_folder(const std::string& named) {
  if (!named.empty()) return named;
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const auto beside = program.parent_path().parent_path() / "web" / "dist";
  return std::filesystem::is_regular_file(beside / "index.html", ignored) ? beside : std::filesystem::path();
}

// A setting is never negative.
std::size_t size_of(std::int32_t setting) { return static_cast<std::size_t>(setting); }
std::uint32_t count_of(std::int32_t setting) { return static_cast<std::uint32_t>(setting); }

MostConnections most_connections(const ServerSettings& settings) {
  return {size_of(settings.max_connections), size_of(settings.max_account_connections),
          size_of(settings.max_table_connections), size_of(settings.max_address_connections),
          size_of(settings.max_address_sockets)};
}

MostMessages most_messages(const ServerSettings& settings) {
  return {count_of(settings.max_messages), count_of(settings.max_chat), count_of(settings.burst_messages),
          settings.window_ms};
}

NetLimits net_limits(const ServerSettings& settings) {
  NetLimits limits;
  limits.body_bytes = size_of(settings.max_body_bytes);
  limits.frame_bytes = size_of(settings.max_frame_bytes);
  limits.queue_bytes = size_of(settings.max_queue_bytes);
  limits.deflate_bits = settings.deflate_bits;
  limits.header_ms = settings.header_ms;
  limits.body_ms = settings.body_ms;
  limits.idle_ms = settings.idle_ms;
  limits.silence_ms = settings.silence_ms;
  limits.blocked_ms = settings.blocked_ms;
  limits.control_frames = count_of(settings.max_messages);
  limits.window_ms = settings.window_ms;
  return limits;
}

Result<StaticFiles> load_bundle(const std::string& named) {
  const auto folder = bundle_folder(named);
  if (folder.empty()) return StaticFiles();
  try {
    return StaticFiles(folder);
  } catch (const std::filesystem::filesystem_error& failure) {
    return fail(Reason::not_found,
                "Cannot read the client's bundle in " + folder.string() + ": " + failure.code().message() + ".");
  }
}

}  // namespace

// In the order of construction; destroyed the other way round.
struct Server::Parts {
  Parts(std::unique_ptr<Store> opened, const AccountPapers& papers, const ServerSettings& settings, StaticFiles files)
      : store(std::move(opened)),
        caps(most_connections(settings)),
        http_caps({size_of(settings.max_http_connections), size_of(settings.max_address_http)}),
        loops(loop_count(settings)),
        journal(*store),
        readers(*store, k_reader_threads),
        workers(k_worker_threads),
        accounts(journal, readers, papers,
                 {core::Chips{settings.first_grant}, count_of(settings.max_address_sign_ins)}),
        messages(most_messages(settings)),
        load({settings.max_loop_lag_ms, size_of(settings.max_journal_queue)}, loop_pointers(), caps, journal),
        hall(loop_pointers(),
             {journal, readers, workers, messages, load, settings.bot_pause_ms, settings.empty_table_ms}, accounts),
        app(accounts, hall, journal, {caps, http_caps},
            {std::move(files), Origins(settings.origins), Forwarded(settings.proxies), net_limits(settings),
             count_of(settings.max_account_tables), count_of(settings.max_polls)}) {
    accounts.on_revoked([this](const std::string& family) { close_connections(family); });
  }

  std::vector<Loop*> loop_pointers() {
    std::vector<Loop*> all;
    for (Loop& one : loops) all.push_back(&one);
    return all;
  }
  // Runs `task` on each loop and waits for all.
  template <class Task>
  void on_each_loop(Task task) {
    std::vector<std::future<void>> done;
    for (Loop& loop : loops) {
      auto promise = std::make_shared<std::promise<void>>();
      done.push_back(promise->get_future());
      loop.post([&loop, promise, task] {
        task(loop);
        promise->set_value();
      });
    }
    for (auto& one : done) one.wait();
  }
  void close_connections(const std::string& family);
  void say_goodbye();

  std::unique_ptr<Store> store;
  ConnectionCaps caps;  // the loops hold the connections
  HttpCaps http_caps;
  std::vector<Loop> loops;
  Journal journal;
  Readers readers;
  Workers workers;
  Accounts accounts;
  MessageLimits messages;
  Load load;
  Hall hall;
  App app;
  std::unique_ptr<Listener> listener;
  bool running = false;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() { stop(); }

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings) {
  auto files = load_bundle(settings.web);
  if (!files) return fail(std::move(files.error()));
  auto store = open_sqlite_store(settings.db);
  if (!store) return fail(std::move(store.error()));
  std::optional<AccountPapers> papers;
  try {
    papers = account_papers(**store);
  } catch (const std::exception& failure) {
    return fail(Reason::store_unavailable, "Cannot write to the database " + settings.db + ": " + failure.what() + ".");
  }
  auto parts = std::make_unique<Parts>(std::move(*store), *papers, settings, std::move(*files));
  auto listener =
      Listener::open(settings.bind, static_cast<std::uint16_t>(settings.port), parts->loop_pointers(), parts->app);
  if (!listener) return fail(std::move(listener.error()));
  parts->listener = std::move(*listener);
  try {
    parts->hall.restore(*parts->store->reader());
  } catch (const std::exception& failure) {
    return fail(Reason::store_unavailable, "Cannot read the database " + settings.db + ": " + failure.what() + ".");
  }
  parts->listener->start();
  for (Loop& loop : parts->loops) loop.start();
  parts->running = true;
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const { return parts_->listener->port(); }

// Those of a sign-in that has been ended. Any thread.
void Server::Parts::close_connections(const std::string& family) {
  for (Loop& loop : loops)
    loop.post([&loop, family] {
      for (Connection* one : std::list<Connection*>(loop.connections()))
        if (one->family() == family) one->close(CloseCode::signed_out, "signed out");
    });
}

// Waits until every answer is on its way and every WebSocket has ended, or no longer.
void Server::Parts::say_goodbye() {
  on_each_loop([](Loop& loop) {
    for (Connection* one : std::list<Connection*>(loop.connections())) one->close(CloseCode::restart, "restarting");
  });
  const auto until = std::chrono::steady_clock::now() + k_farewell;
  caps.wait_until_empty(until);
  app.wait_until_answered(until);
  on_each_loop([](Loop&) {});  // behind the answers that were given before
}

void Server::stop() {
  if (!parts_ || !parts_->running) return;
  parts_->running = false;
  parts_->app.close_door();
  parts_->listener->stop();
  parts_->hall.freeze();
  parts_->on_each_loop([](Loop&) {});  // every table has heard it
  parts_->journal.stop();              // what was in flight is durable, its answers are posted
  parts_->say_goodbye();
  for (Loop& loop : parts_->loops) loop.stop();
  for (Loop& loop : parts_->loops) loop.join();
  // What these threads still find they tell to parts that are there.
  parts_->accounts.stop();
  parts_->workers.stop();
  parts_->readers.stop();
}

}  // namespace baize::server
