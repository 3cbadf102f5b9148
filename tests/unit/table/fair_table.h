// A table whose players keep hash chains, driven by hand as a runtime drives it: values are gathered, ticks come when
// they are due, and everything that is told of its deals is kept.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "games/holdem/game.h"
#include "table/gathering.h"

namespace baize::table {

namespace fair = cards::fair;
namespace holdem = games::holdem;

inline const Uuid k_ann("aaaaaaaa-0000-4000-8000-000000000001");
inline const Uuid k_bob("bbbbbbbb-0000-4000-8000-000000000002");
inline const Uuid k_cid("cccccccc-0000-4000-8000-000000000003");

inline core::Entropy chance(std::uint64_t n) { return core::derive({}, "fair-table", n); }

class FairTable {
 public:
  explicit FairTable(games::Audit audit = games::Audit::sample, TableSettings own = {}) {
    Settings settings = *default_settings("holdem");
    settings.table.value = own;
    std::get<holdem::Settings>(settings.game.value).audit = audit;
    state = open({core::TableId("t1"), core::Name("Friday"), k_ann, false, settings, 1000});
  }

  Result<void> act(const Uuid& who, Verb verb) { return act(who, std::move(verb), state.at + 1); }
  Result<void> act(const Uuid& who, Verb verb, TimeMs at) {
    const Action action{who, at, std::move(verb)};
    auto outcome = apply(state, action);
    if (!outcome) return core::fail(outcome.error());
    EXPECT_EQ(check(outcome->state), "");
    log.push_back(action);
    news = outcome->deal_news;
    for (const DealNews& one : news) all_news.push_back(one);
    tree = outcome->tree ? outcome->tree : tree;
    state = std::move(outcome->state);
    return {};
  }
  void sit(const Uuid& who, const char* name, Seat seat) {
    const auto sat = act(who, TakeSeat{core::Name(name), seat, Chips{1000}});
    ASSERT_TRUE(sat) << sat.error().message;
  }
  void add_bot(Seat seat) {
    const std::string name = "Bot " + std::to_string(seat);
    const Uuid uuid("00000000-0000-8000-8000-00000000000" + std::to_string(seat));
    ASSERT_TRUE(act(k_ann, AddBot{uuid, core::Name(name), seat, games::Strength::easy}));
  }

  // A client that keeps a chain: its tip, and the value that it would give next.
  void begin_chain(const Uuid& who, std::uint64_t secret = 0) {
    const std::string name(who.view());
    chains[name] = std::make_unique<fair::Chain>(core::derive(chance(secret), name, 0));
    ASSERT_EQ(*hear(who, 0, chains[name]->tip()), Gathering::Heard::tip);
    ASSERT_TRUE(act(who, StartChain{chains[name]->tip()}));
  }
  fair::Value next_value(const Uuid& who) { return chains.at(std::string(who.view()))->next(); }
  Result<Gathering::Heard> hear(const Uuid& who, std::uint64_t hand, const fair::Value& value) {
    return gathering.hear(state, who, hand, value);
  }
  // The player gives the next value of the chain to the open deal.
  fair::Value give(const Uuid& who) {
    const fair::Value value = next_value(who);
    const auto heard = hear(who, state.opened->hand, value);
    EXPECT_TRUE(heard && *heard == Gathering::Heard::kept);
    return value;
  }

  Result<void> tick_at(TimeMs at) {
    auto ticked = act({}, Tick{state.decision, chance(log.size()), gathering.values(state)}, at);
    return ticked;
  }
  // The next Tick as soon as a runtime would send it.
  void tick() {
    const auto due = gathering.due(state);
    ASSERT_TRUE(due);
    const auto ticked = tick_at(std::max(*due, state.at));
    ASSERT_TRUE(ticked) << ticked.error().message;
  }
  // Ann and Bob sit with a chain each and the first deal is open.
  void open_heads_up() {
    sit(k_ann, "Ann", 0);
    sit(k_bob, "Bob", 3);
    begin_chain(k_ann);
    begin_chain(k_bob);
    tick();
  }
  // The first seat to act folds, which ends a heads-up hand.
  void fold() {
    const Uuid who = sitter_at(state, *games::to_act(state.game))->uuid;
    const games::AnyMove move = games::MoveOf<holdem::Game>{holdem::Fold{}};
    ASSERT_TRUE(act(who, Play{state.decision, move}));
  }
  bool running() const { return games::running(state.game); }

  // The news of this kind in the last action, or null.
  template <class News>
  const News* told() const {
    for (const DealNews& one : news)
      if (const auto* found = std::get_if<News>(&one)) return found;
    return nullptr;
  }

  State state;
  Gathering gathering;
  std::vector<Action> log;
  std::vector<DealNews> news;  // of the last action
  std::vector<DealNews> all_news;
  std::shared_ptr<const fair::Tree> tree;
  std::map<std::string, std::unique_ptr<fair::Chain>> chains;
};

}  // namespace baize::table
