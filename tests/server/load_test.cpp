// What makes a server busy - late loops, connections, changes that wait for the disk - and what is refused then. Time
// and numbers are handed in; where loops and the journal are real, they stand still while they are looked at.
#include "net/load.h"

#include <gtest/gtest.h>

#include <future>

#include "accounts/message_limits.h"
#include "server/house.h"
#include "store/journal.h"
#include "store/sqlite_store.h"

namespace baize::server::testing {
namespace {

using std::chrono::milliseconds;

constexpr LoopLag::Time k_start{};

TEST(LoopLag, is_no_single_turn_that_took_long_but_one_after_the_other) {
  LoopLag lag;
  EXPECT_EQ(lag.ran(k_start, k_start), 0);
  EXPECT_EQ(lag.ran(k_start, k_start + milliseconds(100)), 25);
  for (int i = 0; i < 20; ++i) lag.ran(k_start, k_start + milliseconds(100));
  EXPECT_GT(lag.ran(k_start, k_start + milliseconds(100)), 99);
  for (int i = 0; i < 20; ++i) lag.ran(k_start, k_start);
  EXPECT_LT(lag.ran(k_start, k_start), 1);
}

TEST(LoopLag, of_a_timer_that_came_early_is_none) {
  LoopLag lag;
  EXPECT_EQ(lag.ran(k_start + milliseconds(1), k_start), 0);
}

TEST(Load, is_the_largest_of_its_three_parts) {
  const FullLoad full{50, 1'000};
  EXPECT_EQ(load_of(full, {0, 0, 0}), 0);
  EXPECT_EQ(load_of(full, {25, 0.25, 250}), 0.5);
  EXPECT_EQ(load_of(full, {25, 0.75, 250}), 0.75);
  EXPECT_EQ(load_of(full, {25, 0.75, 900}), 0.9);
  EXPECT_EQ(load_of(full, {200, 0.75, 900}), 4);
}

TEST(Load, does_not_count_what_has_a_full_load_of_0) {
  EXPECT_EQ(load_of({0, 1'000}, {1'000, 0.25, 0}), 0.25);
  EXPECT_EQ(load_of({50, 0}, {10, 0.125, 100'000}), 0.2);
}

// How many of a thousand messages like this one get through in a window under this load; the burst is over.
int heard(const Measurements& measured, Said said) {
  MessageLimits limits({100, 5, 0, 10'000});
  ConnectionWindows connection;
  int count = 0;
  for (int i = 0; i < 1'000; ++i)
    if (limits.wait(&connection, {}, said, load_of({50, 1'000}, measured), 1'000'000) == 0) ++count;
  return count;
}

TEST(Load, shrinks_windows_above_six_and_eight_tenths_and_refuses_low_messages_above_seven_whichever_part_it_is) {
  struct Band {
    double load;
    int normal;
    int low;
  };
  for (const Band& band : {Band{0, 100, 100}, Band{0.6, 100, 100}, Band{0.62, 75, 75}, Band{0.7, 75, 75},
                           Band{0.72, 75, 0}, Band{0.8, 75, 0}, Band{0.82, 50, 0}, Band{1, 50, 0}, Band{5, 50, 0}}) {
    const Measurements late{band.load * 50, 0, 0};
    const Measurements full{0, band.load, 0};
    const Measurements queued{0, 0, static_cast<std::size_t>(band.load * 1'000 + 0.5)};
    for (const Measurements& one : {late, full, queued}) {
      EXPECT_EQ(heard(one, {Priority::normal}), band.normal) << band.load;
      EXPECT_EQ(heard(one, {Priority::low}), band.low) << band.load;
      EXPECT_EQ(heard(one, {Priority::high}), 100) << band.load;
    }
  }
}

// The load as a loop has measured it by now, once it is this.
void await_load(Loop& loop, const Load& load, double wanted) {
  for (int i = 0; i < 5'000'000 && load.now() != wanted; ++i) {
    std::promise<void> turn;
    loop.post([&turn] { turn.set_value(); });
    turn.get_future().wait();
  }
  EXPECT_EQ(load.now(), wanted);
}

TEST(Load, counts_the_changes_that_wait_for_a_journal_that_is_held_up) {
  const Folder folder;
  const auto store = *open_sqlite_store((folder / "baize.db").string());
  ConnectionCaps caps({});
  Journal journal(*store);
  Loop loop;
  std::promise<void> held;
  std::promise<void> go_on;
  int done = 0;
  const auto change = [](const char* name) {
    CommitUnit unit;
    unit.writes.emplace_back(NewAccount{name, "Name", true, 1});
    return unit;
  };
  {
    const Load load({0, 10}, {&loop}, caps, journal);
    loop.start();
    await_load(loop, load, 0);
    journal.commit(change("first"), nullptr, [&](const CommitOutcome&) {
      held.set_value();
      go_on.get_future().wait();
    });
    held.get_future().wait();
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g"})
      journal.commit(change(name), nullptr,
                     [&](const CommitOutcome& outcome) { done += outcome.end == CommitOutcome::End::durable ? 1 : 0; });
    EXPECT_EQ(journal.queued(), 7u);
    await_load(loop, load, 0.7);
    go_on.set_value();
    await_load(loop, load, 0);
    loop.stop();
    loop.join();
  }
  journal.stop();
  EXPECT_EQ(done, 7);
}

}  // namespace
}  // namespace baize::server::testing
