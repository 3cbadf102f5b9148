#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

TEST(Guest, has_an_account_tokens_and_ten_thousand_chips_at_once) {
  const House house;
  const auto answer = house.site().post("/api/auth/guest", {{"username", "  Ann "}});
  EXPECT_EQ(answer.status, 201);
  const Json made = answer.json();
  EXPECT_EQ(made["account"]["username"], "Ann");
  EXPECT_EQ(made["account"]["guest"], true);
  EXPECT_EQ(made["wallet_balance"], 10'000);
  EXPECT_EQ(made["expires_in"], 900);
  const std::string cookie = answer.fields.at("set-cookie");
  EXPECT_TRUE(cookie.starts_with("auth_token=" + made["access_token"].get<std::string>()));
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Lax"), std::string::npos);
}

TEST(Guest, needs_a_name_of_one_to_twenty_four_printable_characters) {
  const House house;
  for (const Json& body : {Json{{"username", ""}}, Json{{"username", std::string(25, 'x')}}, Json{{"username", "a\nb"}},
                           Json{{"username", 7}}, Json::object()})
    EXPECT_EQ(house.site().post("/api/auth/guest", body).status, 400) << body;
  EXPECT_EQ(house.site().post("/api/auth/guest", {{"username", std::string(24, 'x')}}).status, 201);
}

TEST(Me, is_known_by_bearer_and_by_cookie) {
  const House house;
  const Player ann = house.site().guest("Ann");
  for (const Fields& fields : {ann.bearer(), Fields{{"Cookie", "other=1; auth_token=" + ann.token}}}) {
    const auto answer = house.site().get("/api/auth/me", fields);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.json()["account"]["id"], ann.uuid);
    EXPECT_EQ(answer.json()["wallet_balance"], 10'000);
  }
}

TEST(Me, without_a_token_is_signed_out_and_with_a_wrong_one_refused) {
  const House house;
  const auto none = house.site().get("/api/auth/me");
  EXPECT_EQ(none.status, 401);
  EXPECT_EQ(none.json()["code"], "signed-out");
  const auto wrong = house.site().get("/api/auth/me", {{"Authorization", "Bearer nonsense"}});
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.json()["code"], "bad-token");
}

TEST(Me, is_still_known_after_a_restart) {
  House house;
  const Player ann = house.site().guest("Ann");
  house.restart();
  EXPECT_EQ(house.site().get("/api/auth/me", ann.bearer()).json()["account"]["id"], ann.uuid);
}

TEST(RefreshToken, gives_new_tokens_once_and_used_twice_it_revokes_all_of_them) {
  const House house;
  const Player ann = house.site().guest("Ann");
  const auto first = house.site().post("/api/auth/refresh", {{"refresh_token", ann.refresh_token}});
  EXPECT_EQ(first.status, 200);
  const std::string newer = first.json()["access_token"];
  EXPECT_NE(newer, ann.token);
  const Fields bearer = {{"Authorization", "Bearer " + newer}};
  EXPECT_EQ(house.site().get("/api/auth/me", bearer).status, 200);

  EXPECT_EQ(house.site().post("/api/auth/refresh", {{"refresh_token", ann.refresh_token}}).status, 401);
  EXPECT_EQ(house.site().get("/api/auth/me", bearer).status, 401);
  EXPECT_EQ(house.site().post("/api/auth/refresh", {{"refresh_token", first.json()["refresh_token"]}}).status, 401);
}

TEST(RefreshToken, is_no_access_token) {
  const House house;
  const Player ann = house.site().guest("Ann");
  EXPECT_EQ(house.site().get("/api/auth/me", {{"Authorization", "Bearer " + ann.refresh_token}}).status, 401);
  EXPECT_EQ(house.site().post("/api/auth/refresh", {{"refresh_token", ann.token}}).status, 401);
}

TEST(SocketToken, opens_one_socket_joined_at_once_and_no_second_one) {
  const House house;
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  for (const char* path : {"/api/ws/token", "/api/ws-token"}) {
    const auto answer = house.site().post(path, Json::object(), ann.bearer());
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.json()["expires_in"], 90);
    const std::string target = "/ws/table/" + table + "?token=" + answer.json()["token"].get<std::string>();
    Socket socket(house.site().port(), target);
    EXPECT_EQ(socket.until_action("update-player-uuid")["uuid"], ann.uuid);
    EXPECT_EQ(Socket(house.site().port(), target).status(), 401);
    EXPECT_EQ(house.site()
                  .get("/api/auth/me", {{"Authorization", "Bearer " + answer.json()["token"].get<std::string>()}})
                  .status,
              401);
  }
}

}  // namespace
}  // namespace baize::server::testing
