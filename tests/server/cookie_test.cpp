// What browsers send by themselves: the cookie, and that nobody else's page can act with it.
#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

std::string own_origin(const House& house) { return "http://127.0.0.1:" + std::to_string(house.site().port()); }

Json new_table() { return {{"name", "Test"}, {"game", "holdem"}}; }

TEST(Cookie, changes_something_only_from_this_servers_own_page) {
  const House house([](ServerSettings& settings) { settings.origins = {"https://cards.example"}; });
  const Player ann = house.site().guest("Ann");
  const auto open_with = [&](Fields fields) { return house.site().post("/api/tables", new_table(), fields); };
  const std::pair<std::string, std::string> cookie = {"Cookie", "auth_token=" + ann.token};

  const auto without = open_with({cookie});
  EXPECT_EQ(without.status, 403);
  EXPECT_EQ(without.json()["code"], "origin-refused");
  for (const char* origin : {"https://elsewhere.example", "null", "http://127.0.0.1", "https://cards.example"})
    EXPECT_EQ(open_with({cookie, {"Origin", origin}}).status, 403) << origin;
  // A scheme that is no bearer's changes nothing about that.
  EXPECT_EQ(open_with({cookie, {"Authorization", "Basic YTpi"}}).status, 403);
  EXPECT_EQ(open_with({cookie, {"Origin", own_origin(house)}}).status, 201);

  // A bearer is sent on purpose: from programs without an Origin, and from pages on the allow-list.
  EXPECT_EQ(open_with(ann.bearer()).status, 201);
  EXPECT_EQ(open_with({cookie, ann.bearer().front()}).status, 201);
  EXPECT_EQ(open_with({ann.bearer().front(), {"Origin", "https://cards.example"}}).status, 201);
  EXPECT_EQ(open_with({ann.bearer().front(), {"Origin", "https://elsewhere.example"}}).status, 403);
}

TEST(Cookie, guards_every_route_that_changes_something) {
  const House house;
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  const Fields cookie = {{"Cookie", "auth_token=" + ann.token}};
  for (const std::string& path :
       {std::string("/api/auth/guest"), std::string("/api/auth/register"), std::string("/api/auth/login"),
        std::string("/api/auth/refresh"), std::string("/api/auth/logout"), std::string("/api/ws/token"),
        "/api/tables/" + table + "/join", "/api/tables/" + table + "/leave", "/api/tables/" + table + "/moves"})
    EXPECT_EQ(house.site().post(path, Json::object(), cookie).json()["code"], "origin-refused") << path;
  EXPECT_EQ(house.site().get("/api/auth/me", cookie).json()["account"]["id"], ann.uuid);
}

TEST(Cookie, is_secure_behind_a_proxy_that_speaks_tls_and_kept_from_scripts_always) {
  const House house;
  const auto cookie_of = [](const House& at, const Fields& fields) {
    return at.site().post("/api/auth/guest", {{"username", "Ann"}}, fields).fields.at("set-cookie");
  };
  const std::string plain = cookie_of(house, {});
  EXPECT_TRUE(plain.ends_with("; Path=/; Max-Age=900; HttpOnly; SameSite=Lax")) << plain;
  const std::string encrypted = cookie_of(house, {{"X-Forwarded-Proto", "https"}});
  EXPECT_TRUE(encrypted.ends_with("; HttpOnly; SameSite=Lax; Secure")) << encrypted;
  const House alone([](ServerSettings& settings) { settings.proxies = {"192.0.2.1"}; });
  EXPECT_FALSE(cookie_of(alone, {{"X-Forwarded-Proto", "https"}}).ends_with("Secure"));
}

TEST(AccessToken, in_an_address_is_worth_nothing) {
  const House house;
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  EXPECT_EQ(house.site().get("/api/auth/me?token=" + ann.token).status, 401);
  EXPECT_EQ(house.site().get("/api/auth/me?access_token=" + ann.token).status, 401);
  for (const char* door : {"/ws/table/", "/ws/games/"})
    EXPECT_EQ(Socket(house.site().port(), door + table + "?token=" + ann.token).status(), 401);
}

}  // namespace
}  // namespace baize::server::testing
