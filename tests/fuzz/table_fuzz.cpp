// Whatever four strangers and the clock do at a table of any game, in whatever order: every action is refused and
// changes nothing, or leads to a state that holds (table::apply checks it) with every chip in its place. The first byte
// chooses the game; then each line is what somebody sends, behind a digit that says who: 0 the owner, 1 to 3 others, 9
// the clock.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "protocol/client_codec.h"
#include "protocol/commands.h"

using namespace baize;

namespace {

constexpr std::size_t k_most_lines = 300;

core::Uuid person(char digit) { return core::Uuid(std::string("aaaaaaaa-0000-4000-8000-00000000000") + digit); }

core::Chips at_the_table(const table::State& state) {
  core::Chips sum;
  for (const table::Sitter& one : state.sitters) sum += table::worth(state, one);
  return sum;
}

struct Evening {
  std::string game;
  table::State state;
  core::Chips brought;
  std::uint64_t steps = 0;

  void act(const table::Action& action) {
    const auto before = table::digest(state);
    auto outcome = table::apply(state, action);
    if (!outcome) {
      if (table::digest(state) != before) std::abort();
      return;
    }
    for (const table::Transfer& one : outcome->transfers)
      one.way == table::Transfer::Way::to_table ? brought += one.amount : brought -= one.amount;
    state = std::move(outcome->state);
    if (at_the_table(state) != brought) std::abort();
  }

  void tick() {
    const core::TimeMs at = state.due.value_or(state.opened ? state.opened->until : state.at + 1000);
    act({{}, at, table::Tick{state.decision, core::derive({}, "fuzz", steps), {}}});
  }

  void hear(char who, std::string_view text) {
    const auto message = protocol::decode_client_message(text, game);
    if (!message) return;
    const protocol::Asker asker{
        person(who), core::Name(std::string("Player ") + who), state.at + 5, core::derive({}, "asker", steps), {}};
    if (const auto action = protocol::table_action(state, message->verb, asker); action && *action) act(**action);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  if (count == 0) return 0;
  static const auto games = games::describe_games();
  Evening evening;
  evening.game = games[bytes[0] % games.size()].id;
  auto settings = *table::default_settings(evening.game);
  evening.state = table::open({core::TableId("t"), core::Name("t"), person('0'), false, settings, 1});
  std::string_view rest(reinterpret_cast<const char*>(bytes) + 1, count - 1);
  while (!rest.empty() && ++evening.steps < k_most_lines) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty()) continue;
    if (line[0] == '9') evening.tick();
    if (line[0] >= '0' && line[0] <= '3') evening.hear(line[0], line.substr(1));
  }
  return 0;
}
