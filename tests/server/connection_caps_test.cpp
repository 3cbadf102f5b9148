#include "net/connection_caps.h"

#include <gtest/gtest.h>

#include <deque>

#include "server/house.h"

namespace baize::server::testing {
namespace {

std::string target(const std::string& table) { return "/ws/table/" + table; }

// A house with small caps and two tables of Ann's.
class FullHouse : public ::testing::Test {
 protected:
  // Waits for what was open to be gone, by trying until the next one gets in.
  Socket let_in(const std::string& table, const Fields& fields = {}) const {
    for (int i = 0; i < 2'000; ++i)
      if (Socket socket(site_.port(), target(table), fields); socket.status() == 101) return socket;
    throw std::runtime_error("nobody is let in any more");
  }
  static bool lives(Socket& socket) {
    socket.send({{"action", "ping"}});
    return socket.until_action("pong")["action"] == "pong";
  }

  House house_{[](ServerSettings& settings) {
    settings.max_connections = 6;
    settings.max_account_connections = 4;
    settings.max_table_connections = 3;
    settings.max_address_connections = 2;
    settings.max_address_sockets = 0;
  }};
  Site site_ = house_.site();
  Player ann_ = site_.guest("Ann");
  Player bob_ = site_.guest("Bob");
  std::string first_ = site_.open_table(ann_);
  std::string second_ = site_.open_table(ann_);
};

TEST_F(FullHouse, the_fourth_connection_of_an_account_at_a_table_closes_its_oldest_there) {
  Socket elsewhere(site_.port(), target(second_), ann_.bearer());
  std::deque<Socket> here;
  for (int i = 0; i < 3; ++i) here.emplace_back(site_.port(), target(first_), ann_.bearer());
  // The read-only stream counts as one at the table, too.
  Socket fourth(site_.port(), "/ws/games/" + first_, ann_.bearer());
  EXPECT_EQ(fourth.next()["message"], "connected");
  EXPECT_EQ(here[0].closed(), 4409);
  for (Socket* one : {&here[1], &here[2], &elsewhere}) EXPECT_TRUE(lives(*one));
}

TEST_F(FullHouse, one_connection_more_of_an_account_closes_its_oldest_wherever_it_is) {
  Socket oldest(site_.port(), target(second_), ann_.bearer());
  std::deque<Socket> others;
  for (int i = 0; i < 2; ++i) others.emplace_back(site_.port(), target(first_), ann_.bearer());
  others.emplace_back(site_.port(), target(second_), ann_.bearer());
  Socket of_bob(site_.port(), target(second_), bob_.bearer());
  others.emplace_back(site_.port(), target(second_), ann_.bearer());
  EXPECT_EQ(oldest.closed(), 4409);
  for (Socket& one : others) EXPECT_TRUE(lives(one));
  EXPECT_TRUE(lives(of_bob));
}

TEST_F(FullHouse, the_nameless_of_an_address_are_refused_with_429_when_they_are_too_many) {
  Socket first = let_in(first_);
  Socket second = let_in(first_);
  const Socket refused(site_.port(), target(second_));
  EXPECT_EQ(refused.status(), 429);
  EXPECT_EQ(Json::parse(refused.upgrade_body())["code"], "too-many");
  EXPECT_NE(refused.upgrade_field("Retry-After"), "");
  // Who has an account gets in; so does a nameless one of another address, which the proxy names.
  EXPECT_EQ(Socket(site_.port(), target(first_), ann_.bearer()).status(), 101);
  Socket far(site_.port(), target(first_), {{"X-Forwarded-For", "203.0.113.7"}});
  EXPECT_EQ(far.status(), 101);
  EXPECT_TRUE(lives(first));

  second.cut();
  Socket third = let_in(second_);
  EXPECT_TRUE(lives(third));
}

TEST_F(FullHouse, whoever_gives_a_name_is_counted_as_an_account_from_then_on) {
  Socket first = let_in(first_);
  const Socket second = let_in(first_);
  ASSERT_EQ(Socket(site_.port(), target(first_)).status(), 429);
  first.send({{"action", "new-player"}, {"username", "Bea"}});
  const Json guest = first.until_action("guest");
  EXPECT_EQ(Socket(site_.port(), target(first_)).status(), 101);
  const Fields bearer = {{"Authorization", "Bearer " + guest["access_token"].get<std::string>()}};
  std::deque<Socket> more;
  for (int i = 0; i < 3; ++i) more.push_back(let_in(first_, bearer));
  EXPECT_EQ(first.closed(), 4409);
}

TEST_F(FullHouse, more_than_fit_into_the_server_are_refused_with_503_until_somebody_goes) {
  std::deque<Socket> all;
  for (const Player* who : {&ann_, &bob_})
    for (int i = 0; i < 3; ++i) {
      Fields from = who->bearer();
      from.emplace_back("X-Forwarded-For", "203.0.113." + std::to_string(i));
      all.push_back(let_in(first_, from));
    }
  const Player cora = site_.guest("Cora");
  const Socket refused(site_.port(), target(first_), cora.bearer());
  EXPECT_EQ(refused.status(), 503);
  EXPECT_EQ(Json::parse(refused.upgrade_body())["code"], "server-full");
  for (Socket& one : all) EXPECT_TRUE(lives(one));
  all.pop_front();
  EXPECT_EQ(let_in(first_, cora.bearer()).status(), 101);
}

TEST(ConnectionCaps, leave_one_address_no_more_than_its_part_however_many_accounts_it_makes) {
  const House house([](ServerSettings& settings) { settings.max_address_sockets = 3; });
  const Site site = house.site();
  const std::string table = site.open_table(site.guest("Ann"));
  const auto come_from = [&](const char* address, Fields fields = {}) {
    if (address != nullptr) fields.emplace_back("X-Forwarded-For", address);
    return Socket(site.port(), target(table), fields);
  };
  const char* const home = "203.0.113.7";
  Socket nameless = come_from(home);
  nameless.send({{"action", "new-player"}, {"username", "Bea"}});
  nameless.until_action("guest");
  std::deque<Socket> guests;
  for (const char* name : {"Cid", "Dan"}) guests.push_back(come_from(home, site.guest(name).bearer()));
  const Player eve = site.guest("Eve");
  for (const Fields& who : {Fields(), eve.bearer()}) {
    const Socket refused = come_from(home, who);
    EXPECT_EQ(refused.status(), 429);
    EXPECT_EQ(Json::parse(refused.upgrade_body())["code"], "too-many");
    EXPECT_NE(refused.upgrade_field("Retry-After"), "");
  }
  EXPECT_EQ(come_from("203.0.113.8", eve.bearer()).status(), 101);
  guests.front().cut();
  int status = 0;
  for (int i = 0; i < 2'000 && status != 101; ++i) status = come_from(home, eve.bearer()).status();
  EXPECT_EQ(status, 101);
  // A proxy that does not tell whose its connections are may have any number: they are of many.
  std::deque<Socket> of_many;
  for (int i = 0; i < 5; ++i) of_many.push_back(come_from(nullptr, site.guest("Of many").bearer()));
  for (const Socket& one : of_many) EXPECT_EQ(one.status(), 101);
}

TEST(ConnectionCaps, that_are_0_let_everybody_in) {
  const House house([](ServerSettings& settings) {
    settings.max_connections = settings.max_account_connections = 0;
    settings.max_table_connections = settings.max_address_connections = settings.max_address_sockets = 0;
  });
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  std::deque<Socket> all;
  for (int i = 0; i < 25; ++i) {
    all.emplace_back(house.site().port(), target(table), ann.bearer());
    all.emplace_back(house.site().port(), target(table));
  }
  for (Socket& one : all) {
    one.send({{"action", "ping"}});
    EXPECT_EQ(one.until_action("pong")["action"], "pong");
  }
}

// By itself, as the loops use it: whoever is taken out of its place is told once, and gives nothing back twice.
TEST(ConnectionCaps, count_each_ticket_once_whether_it_was_taken_or_given_back) {
  ConnectionCaps caps({4, 2, 1, 1, 0});
  std::vector<int> closed;
  const auto hold = [&](const ConnectionCaps::Who& who, int number) {
    auto ticket = caps.admit(who);
    EXPECT_TRUE(ticket);
    (*ticket)->on_taken([&closed, number] { closed.push_back(number); });
    return *ticket;
  };
  auto first = hold({"ann", "x", "a"}, 1);
  const auto second = hold({"ann", "x", "a"}, 2);
  EXPECT_EQ(closed, std::vector<int>{1});
  EXPECT_EQ(caps.fullness(), 0.5);  // the first has not gone yet
  first.reset();
  EXPECT_EQ(caps.fullness(), 0.25);
  const auto third = hold({"ann", "y", "a"}, 3);
  const auto fourth = hold({"ann", "z", "a"}, 4);
  EXPECT_EQ(closed, (std::vector<int>{1, 2}));
  auto nameless = hold({"", "x", "a"}, 5);
  EXPECT_EQ(caps.admit({"bob", "x", "b"}).error().reason, core::Reason::server_full);
  nameless.reset();
  // Before anybody has said how to close it.
  const auto fifth = caps.admit({"bob", "x", "b"});
  EXPECT_EQ(caps.fullness(), 1);
  EXPECT_EQ(caps.admit({"", "x", "a"}).error().reason, core::Reason::server_full);
}

TEST(ConnectionCaps, tell_a_ticket_that_was_taken_before_its_connection_was_there) {
  ConnectionCaps caps({0, 1, 1, 1, 2});
  const auto early = caps.admit({"ann", "x", "a"});
  const auto late = caps.admit({"ann", "x", "a"});
  int closed = 0;
  (*early)->on_taken([&] { ++closed; });
  (*late)->on_taken([&] { closed += 10; });
  EXPECT_EQ(closed, 1);
  EXPECT_EQ(caps.fullness(), 0);
  // A place that was taken is its address's until the connection has gone.
  EXPECT_EQ(caps.admit({"bob", "x", "a"}).error().reason, core::Reason::too_many);
}

}  // namespace
}  // namespace baize::server::testing
