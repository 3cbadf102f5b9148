#include <ctime>
#include <iostream>

#include "commands/commands.h"
#include "rooms/room_log.h"
#include "store/sqlite_store.h"
#include "table/words.h"

namespace baize::server {

namespace {

std::string clock_text(core::TimeMs at) {
  const std::time_t seconds = at / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
  return text;
}

// Tells the stored events in order. Names come from the events as well, so that a log which no longer rebuilds its
// states can still be read.
class Teller {
 public:
  explicit Teller(const ReplayAs& as) : as_(as) {}

  void tell(const AppendAction& row) {
    const auto events = events_in(row);
    if (!events) {
      say(row.at, "(the events of version " + std::to_string(row.version) + " cannot be read)");
      return;
    }
    for (const table::Event& one : events->table)
      if (const auto* taken = std::get_if<table::SeatTaken>(&one)) names_.set(taken->seat, text(taken->username));
    const auto game = as_.all ? events->events.value : games::shown(events->events.value, as_.seat);
    for (const auto& one : games::told(game, names_)) say(row.at, one.logged);
    for (const table::Event& one : events->table) say(row.at, table::words(one, {}));
  }

 private:
  static std::string text(const core::Name& name) { return std::string(name.view()); }
  static void say(core::TimeMs at, const std::string& sentence) {
    if (!sentence.empty()) std::cout << clock_text(at) << "  " << sentence << '\n';
  }

  ReplayAs as_;
  narration::Names names_;
};

// Follows the log from its first state and compares every stored state and hash on the way.
class Verifier {
 public:
  explicit Verifier(std::vector<SaveState> stored) : stored_(std::move(stored)) {
    if (stored_.empty()) {
      misfit_ = "no state is stored";
      return;
    }
    auto first = state_in(stored_.front());
    if (first)
      state_ = std::move(*first);
    else
      misfit_ = first.error().message;
    if (stored_.front().version != 0) misfit_ = "the first state is missing";
  }

  void follow(const AppendAction& row) {
    if (!misfit_.empty()) return;
    auto next = replay_row(state_, row);
    if (!next) {
      misfit_ = next.error().message;
      return;
    }
    state_ = std::move(*next);
    ++actions_;
    while (next_stored_ < stored_.size() && stored_[next_stored_].version == state_.version) compare();
  }

  // Says how it went; true if everything fits.
  bool conclude() {
    if (misfit_.empty() && next_stored_ < stored_.size())
      misfit_ = "a state of version " + std::to_string(stored_[next_stored_].version) + " has no action";
    if (misfit_.empty()) {
      std::cout << "\nThe log rebuilds every state: " << actions_ << " actions and " << stored_.size()
                << " stored states, every hash as it was.\n";
      return true;
    }
    std::cout << "\nThe log does NOT rebuild its states. First at " << misfit_ << ".\n";
    return false;
  }

 private:
  void compare() {
    const SaveState& one = stored_[next_stored_++];
    const auto stored = state_in(one);
    if (!stored)
      misfit_ = stored.error().message;
    else if (!(*stored == state_))
      misfit_ = "version " + std::to_string(one.version) + ": the stored state differs";
  }

  std::vector<SaveState> stored_;
  std::size_t next_stored_ = 1;  // the first one is where it begins
  table::State state_;
  std::uint64_t actions_ = 0;
  std::string misfit_;
};

}  // namespace

int replay(const std::string& database, const std::string& table, const ReplayAs& as) {
  auto reader = open_sqlite_reader(database);
  if (!reader) {
    std::cerr << reader.error().message << '\n';
    return 1;
  }
  const auto row = (*reader)->table(table);
  if (!row) {
    std::cerr << "There is no table " << table << " in " << database << ".\n";
    return 1;
  }
  std::cout << row->name << " (" << row->id << ")\n\n";
  std::vector<SaveState> stored;
  (*reader)->states(table, [&](const SaveState& one) { stored.push_back(one); });
  Teller teller(as);
  Verifier verifier(std::move(stored));
  (*reader)->actions_after(table, 0, [&](const AppendAction& action) {
    teller.tell(action);
    verifier.follow(action);
  });
  return verifier.conclude() ? 0 : 1;
}

}  // namespace baize::server
