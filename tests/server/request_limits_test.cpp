// How often an account may open tables and look at them over HTTP.
#include <gtest/gtest.h>

#include "rooms/running_table.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

Fields from(const Player& player, const char* address) {
  Fields fields = player.bearer();
  fields.emplace_back("X-Forwarded-For", address);
  return fields;
}

void expect_too_many(const Answer& answer, std::string_view sentence) {
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.json()["code"], "too-many");
  EXPECT_TRUE(answer.json()["error"].get<std::string>().starts_with(sentence)) << answer.body;
  EXPECT_GE(std::stoi(answer.fields.at("retry-after")), 1);
}

TEST(Polling, is_for_so_many_of_an_account_and_for_four_times_that_of_the_nameless_at_an_address) {
  const House house([](ServerSettings& settings) {
    settings.max_polls = 3;
    settings.window_ms = 3'600'000;  // never over while a test runs
  });
  const Site site = house.site();
  const Player ann = site.guest("Ann");
  const std::string target = "/api/tables/" + site.open_table(ann) + "/snapshot";
  const auto first = site.get(target, ann.bearer());
  EXPECT_EQ(first.status, 200);
  // Also when nothing has changed, and under the older address.
  Fields known = ann.bearer();
  known.emplace_back("If-None-Match", first.fields.at("etag"));
  EXPECT_EQ(site.get(target, known).status, 304);
  EXPECT_EQ(site.get("/api/games" + target.substr(11), ann.bearer()).status, 200);
  expect_too_many(site.get(target, known), "Too many requests. Try again in ");
  EXPECT_EQ(site.get(target, site.guest("Bob").bearer()).status, 200);

  const Fields home = {{"X-Forwarded-For", "192.0.2.1"}};
  for (int i = 0; i < 12; ++i) EXPECT_EQ(site.get(target, home).status, 200);
  expect_too_many(site.get(target, home), "Too many requests. Try again in ");
  EXPECT_EQ(site.get(target, {{"X-Forwarded-For", "192.0.2.2"}}).status, 200);
}

TEST(Polling, comes_into_a_locked_table_with_its_passphrase) {
  const House house;
  const Site site = house.site();
  const Player ann = site.guest("Ann");
  const Player bob = site.guest("Bob");
  const Json locked = {{"name", "Test"}, {"game", "holdem"}, {"passphrase", "open sesame"}};
  const std::string base =
      "/api/tables/" + site.post("/api/tables", locked, ann.bearer()).json()["id"].get<std::string>();
  const auto come_in = [&](const Json& passphrase) {
    return site.post(base + "/moves", {{"action", "join-table"}, {"passphrase", passphrase}, {"version", 0}},
                     bob.bearer());
  };
  EXPECT_EQ(site.get(base + "/snapshot", bob.bearer()).status, 403);
  const auto refused = come_in("sesame");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(refused.json()["code"], "wrong-passphrase");
  EXPECT_EQ(site.get(base + "/snapshot", bob.bearer()).status, 403);
  const auto let_in = come_in("open sesame");
  EXPECT_EQ(let_in.status, 200);
  EXPECT_EQ(site.get(base + "/snapshot", bob.bearer()).json()["lock_version"], let_in.json()["version"]);
}

TEST(Passphrases, cannot_be_guessed_for_long) {
  const House house;
  const Site site = house.site();
  const Player ann = site.guest("Ann");
  const Json locked = {{"name", "Test"}, {"game", "holdem"}, {"passphrase", "open sesame"}};
  const std::string base =
      "/api/tables/" + site.post("/api/tables", locked, ann.bearer()).json()["id"].get<std::string>();
  const auto come_in = [&](const Player& who, const std::string& passphrase) {
    const Json wish = {{"action", "join-table"}, {"passphrase", passphrase}, {"version", 0}};
    return site.post(base + "/moves", wish, who.bearer());
  };
  const Player bob = site.guest("Bob");
  for (std::uint32_t i = 0; i < k_passphrases; ++i) EXPECT_EQ(come_in(bob, "sesame").status, 403);
  const auto refused = come_in(bob, "open sesame");
  EXPECT_EQ(refused.status, 429) << refused.body;
  EXPECT_EQ(refused.json()["code"], "too-many");
  EXPECT_EQ(come_in(site.guest("Cat"), "open sesame").status, 200);
}

TEST(OpeningTables, is_for_so_many_of_an_account_and_for_four_times_that_of_an_address) {
  const House house([](ServerSettings& settings) { settings.max_account_tables = 2; });
  const Site site = house.site();
  const Json table = {{"name", "Test"}, {"game", "holdem"}};
  const auto open = [&](const Fields& who) { return site.post("/api/tables", table, who); };
  const Player ann = site.guest("Ann");
  Fields keyed = from(ann, "192.0.2.1");
  keyed.emplace_back("Idempotency-Key", "k");
  // The same table again is no further one.
  for (int i = 0; i < 4; ++i) EXPECT_EQ(open(keyed).status, 201);
  EXPECT_EQ(open(from(ann, "192.0.2.1")).status, 201);
  expect_too_many(open(from(ann, "192.0.2.1")), "You have opened too many tables. Try again in ");
  expect_too_many(open(from(ann, "192.0.2.2")), "You have opened too many tables. Try again in ");
  EXPECT_EQ(open(keyed).status, 201);
  for (int i = 0; i < 3; ++i) {
    const Player another = site.guest("Another");
    for (int j = 0; j < 2; ++j) EXPECT_EQ(open(from(another, "192.0.2.1")).status, 201);
  }
  const Player bob = site.guest("Bob");
  EXPECT_EQ(open(from(bob, "192.0.2.1")).status, 429);
  EXPECT_EQ(open(from(bob, "192.0.2.2")).status, 201);
}

}  // namespace
}  // namespace baize::server::testing
