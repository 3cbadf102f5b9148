// Bad networks: two people play on while their connections break, fall silent, are forbidden and come back. Nothing
// that they did is lost or done twice, and in the end both see the table as it is.
#include <gtest/gtest.h>

#include "client/table_session.h"
#include "unit/client/lossy_house.h"

namespace baize::client {
namespace {

using testing::LossyHouse;

class Storm {
 public:
  explicit Storm(std::uint64_t seed) : house(seed) {
    for (std::size_t i = 0; i < house.lines.size(); ++i) {
      const Uuid uuid = LossyHouse::person(i);
      auto door = std::make_unique<RemoteDoor>(*house.lines[i], core::derive({}, "door", seed * 2 + i), "");
      door->poll_where_blocked("t1", house.asker(uuid));
      people.push_back(std::make_unique<TableSession>(std::move(door), core::derive({}, "person", seed * 2 + i)));
    }
  }

  LossyHouse house;
  std::vector<std::unique_ptr<TableSession>> people;
  int moves = 0;
  int polled = 0;  // moves that were made while polling
  bool play = true;

  // Lets `span` ms pass, `each` after everything that happens.
  template <class Each>
  void pass(TimeMs span, Each each) {
    const TimeMs end = house.time.now() + span;
    while (house.time.now() < end) {
      TimeMs next = end;
      for (auto& person : people)
        next = std::min(next, std::max(house.time.now() + 1, person->next_wake().value_or(end)));
      house.time.step(next);
      for (auto& person : people) {
        person->advance(house.time.now());
        if (play) act(*person);
      }
      each();
    }
  }
  void pass(TimeMs span) {
    pass(span, [] {});
  }

  bool all_open() const {
    return std::all_of(people.begin(), people.end(), [](const auto& one) { return one->door().link() == Link::open; });
  }

  void expect_everybody_sees_the_table() const {
    for (const auto& person : people) {
      ASSERT_NE(person->view(), nullptr);
      EXPECT_EQ(*person->view(), table::view(house.state(), person->uuid()));
      EXPECT_FALSE(person->move_on_its_way());
      EXPECT_FALSE(person->on_its_way("sit-in"));
    }
    for (const auto& [id, times] : house.effects) EXPECT_EQ(times, 1) << id;
  }

 private:
  void act(TableSession& person) {
    const table::GameView* view = person.view();
    if (view == nullptr || !view->viewer.seat || person.move_on_its_way() || person.on_its_way("sit-in")) return;
    const auto& shared = view->shared.value;
    for (const table::SeatView& seat : shared.seats)
      if (seat.seat == view->viewer.seat && seat.status == games::SeatStatus::sitting_out)
        return person.ask(protocol::TableVerb{protocol::SitIn{}});
    const auto controls = games::controls(shared.public_, view->viewer.own.value);
    if (controls.empty() || !shared.deadline) return;
    const auto& control = controls[house.draw(std::min<std::size_t>(2, controls.size()))];
    const auto move = games::answer(shared.public_, control.action, {control.min, {}, {}});
    if (!move || !person.play(*move)) return;
    ++moves;
    polled += person.door().polls();
  }
};

TEST(BadNetwork, connections_that_break_at_any_moment_lose_no_command_and_repeat_none) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Storm storm(seed);
    for (int cuts = 0; cuts < 100; ++cuts) {
      storm.pass(static_cast<TimeMs>(storm.house.draw(10'000)));
      storm.house.lines[storm.house.draw(2)]->cut(storm.house.draw(3) == 0);
    }
    storm.play = false;
    storm.house.frozen = true;
    storm.pass(60'000);
    EXPECT_TRUE(storm.all_open());
    EXPECT_GT(storm.moves, 25) << "seed " << seed;
    storm.expect_everybody_sees_the_table();
  }
}

TEST(BadNetwork, where_sockets_are_forbidden_people_play_on_by_polling_and_find_back_when_they_open) {
  Storm storm(7);
  storm.pass(5'000);
  ASSERT_TRUE(storm.all_open());
  storm.house.weather.sockets_open = false;
  for (auto& line : storm.house.lines) line->cut(false);
  storm.pass(60'000);
  EXPECT_TRUE(storm.all_open());
  for (auto& person : storm.people) EXPECT_TRUE(person->door().polls());
  EXPECT_GT(storm.polled, 10);
  const auto banners = storm.people[0]->take_banners();
  EXPECT_TRUE(std::any_of(banners.begin(), banners.end(),
                          [](const Banner& one) { return one.text.find("no live connection") != std::string::npos; }));

  storm.house.weather.sockets_open = true;
  storm.people[0]->door().nudge(storm.house.time.now());
  storm.pass(100);
  EXPECT_FALSE(storm.people[0]->door().polls()) << "asked for, it looks at once";
  storm.pass(31'000);
  for (auto& person : storm.people) EXPECT_FALSE(person->door().polls());
  storm.play = false;
  storm.house.frozen = true;
  storm.pass(2'000);
  storm.expect_everybody_sees_the_table();
  for (auto& person : storm.people) EXPECT_NE(person->witness().standing(), Witness::Standing::broken);
}

TEST(BadNetwork, requests_that_get_lost_on_either_way_are_made_again_and_done_once) {
  Storm storm(11);
  storm.house.weather.sockets_open = false;
  storm.house.weather.lost_requests = 15;
  storm.pass(600'000);
  EXPECT_GT(storm.polled, 30);
  storm.play = false;
  storm.house.frozen = true;
  storm.house.weather.lost_requests = 0;
  storm.pass(60'000);
  EXPECT_TRUE(storm.all_open());
  storm.expect_everybody_sees_the_table();
}

TEST(BadNetwork, while_nothing_gets_through_the_pauses_grow_to_half_a_minute_and_nudging_tries_at_once) {
  Storm storm(3);
  storm.house.weather.sockets_open = false;
  storm.house.weather.lost_requests = 100;
  storm.play = false;
  storm.pass(600'000);
  for (auto& person : storm.people) {
    EXPECT_EQ(person->door().link(), Link::reconnecting);
    EXPECT_LE(*person->next_wake() - storm.house.time.now(), 30'000);
  }
  storm.house.weather = {};
  for (auto& person : storm.people) person->door().nudge(storm.house.time.now());
  storm.pass(200);
  EXPECT_TRUE(storm.all_open());
}

}  // namespace
}  // namespace baize::client
