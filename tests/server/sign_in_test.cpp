// Guests who register, people who sign in and out, and what becomes of those who guess.
#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

constexpr const char* k_password = "correct horse";

Json credentials(std::string_view name, std::string_view password = k_password) {
  return {{"username", name}, {"password", password}};
}

Player player_of(const Answer& answer) {
  const Json made = answer.json();
  return {made.at("account").at("username"), made.at("account").at("id"), made.at("access_token"),
          made.at("refresh_token")};
}

Player registered(const House& house, std::string_view name) {
  return player_of(house.site().post("/api/auth/register", credentials(name)));
}

int status_of_me(const House& house, const Player& player) {
  return house.site().get("/api/auth/me", player.bearer()).status;
}

int status_of_refresh(const House& house, const Player& player) {
  return house.site().post("/api/auth/refresh", {{"refresh_token", player.refresh_token}}).status;
}

TEST(Registering, keeps_a_guests_wallet_seat_and_connections) {
  const House house;
  const Player guest = house.site().guest("Ann");
  const std::string table = house.site().open_table(guest);
  house.site().post("/api/tables/" + table + "/join", {{"buy_in_amount", 1000}, {"seat", 3}}, guest.bearer());
  Socket socket = house.site().join(table, guest);

  const auto answer = house.site().post("/api/auth/register", credentials("Annabel"), guest.bearer());
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.json()["wallet_balance"], 9000);
  EXPECT_EQ(answer.json()["account"]["guest"], false);
  const Player ann = player_of(answer);
  EXPECT_EQ(ann.uuid, guest.uuid);
  const Json me = house.site().get("/api/auth/me", ann.bearer()).json();
  EXPECT_EQ(me["account"]["username"], "Annabel");
  EXPECT_EQ(me["account"]["guest"], false);
  EXPECT_EQ(me["wallet_balance"], 9000);
  ASSERT_EQ(me["seats"].size(), 1u);
  EXPECT_EQ(me["seats"][0]["seat"], 3);
  socket.send({{"action", "ping"}});
  EXPECT_EQ(socket.until_action("pong")["action"], "pong");

  // And from somewhere else it is the same account.
  const Player elsewhere = player_of(house.site().post("/api/auth/login", credentials("annabel")));
  EXPECT_EQ(elsewhere.uuid, guest.uuid);
}

TEST(Registering, makes_a_new_account_for_whoever_is_nobody_or_registered_already) {
  const House house;
  const Player ann = registered(house, "Ann");
  EXPECT_EQ(house.site().get("/api/auth/me", ann.bearer()).json()["wallet_balance"], 10'000);
  const auto second = house.site().post("/api/auth/register", credentials("Bob"), ann.bearer());
  EXPECT_EQ(second.status, 201);
  EXPECT_NE(player_of(second).uuid, ann.uuid);
  const auto bad = house.site().post("/api/auth/register", credentials("Cleo"), {{"Authorization", "Bearer nonsense"}});
  EXPECT_EQ(bad.status, 401);
  EXPECT_EQ(bad.json()["code"], "bad-token");
}

TEST(Registering, a_name_is_there_once_whatever_its_case) {
  const House house;
  registered(house, "Ann");
  const Player guest = house.site().guest("Ann");  // a guest may be called anything
  for (const char* name : {"Ann", "ANN", " ann "}) {
    const auto taken = house.site().post("/api/auth/register", credentials(name), guest.bearer());
    EXPECT_EQ(taken.status, 409) << name;
    EXPECT_EQ(taken.json()["code"], "name-taken");
  }
  EXPECT_EQ(house.site().get("/api/auth/me", guest.bearer()).json()["account"]["guest"], true);
  EXPECT_EQ(status_of_refresh(house, guest), 200);  // the refusal undid all of it
}

TEST(Registering, a_guest_twice_is_refused) {
  const House house;
  const Player guest = house.site().guest("Ann");
  EXPECT_EQ(house.site().post("/api/auth/register", credentials("Ann"), guest.bearer()).status, 201);
  const auto again = house.site().post("/api/auth/register", credentials("Anne"), guest.bearer());
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(again.json()["code"], "stale");
  EXPECT_EQ(house.site().post("/api/auth/login", credentials("Anne")).status, 401);
}

TEST(Registering, ends_the_refresh_tokens_from_before_the_password) {
  const House house;
  const Player guest = house.site().guest("Ann");
  const Player ann = player_of(house.site().post("/api/auth/register", credentials("Ann"), guest.bearer()));
  EXPECT_EQ(status_of_refresh(house, ann), 200);
  EXPECT_EQ(status_of_refresh(house, guest), 401);
}

TEST(Registering, needs_a_name_and_a_password_of_eight_characters) {
  const House house;
  for (const Json& body :
       {credentials(""), credentials(std::string(25, 'x')), credentials("Ann", "7 chars"), credentials("Ann", ""),
        credentials("Ann", std::string(257, 'x')), Json{{"username", "Ann"}}, Json{{"password", k_password}},
        Json{{"username", "Ann"}, {"password", 12345678}}, Json::object()}) {
    const auto answer = house.site().post("/api/auth/register", body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(answer.json()["code"], "invalid-field") << body;
  }
}

// Each asks from an address of the proxy's choosing.
int status_from(const House& house, const std::string& address, const std::string& target, const Json& body) {
  return house.site().post(target, body, {{"X-Forwarded-For", address}}).status;
}

TEST(ComingIn, is_for_so_many_of_an_address_whether_as_guests_by_registering_or_by_signing_in) {
  const House house([](ServerSettings& settings) { settings.max_address_sign_ins = 4; });
  const std::string home = "192.0.2.1";
  const Json name = {{"username", "Gus"}};
  EXPECT_EQ(status_from(house, home, "/api/auth/guest", name), 201);
  EXPECT_EQ(status_from(house, home, "/api/auth/guest", name), 201);
  EXPECT_EQ(status_from(house, home, "/api/auth/register", credentials("Ann")), 201);
  EXPECT_EQ(status_from(house, home, "/api/auth/login", credentials("Ann")), 200);
  EXPECT_EQ(status_from(house, home, "/api/auth/register", credentials("Bob")), 429);
  EXPECT_EQ(status_from(house, home, "/api/auth/login", credentials("Ann")), 429);
  const auto refused = house.site().post("/api/auth/guest", name, {{"X-Forwarded-For", home}});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.json()["code"], "too-many");
  EXPECT_TRUE(refused.json()["error"].get<std::string>().starts_with("Too many people come in from your address. "));
  const int wait = std::stoi(refused.fields.at("retry-after"));
  EXPECT_GT(wait, 0);
  EXPECT_LE(wait, 2 * 600);
  // Nobody else is concerned, least of all who is in: for them it was refused no more than a body that is no name.
  EXPECT_EQ(status_from(house, "192.0.2.2", "/api/auth/guest", name), 201);
  EXPECT_EQ(status_from(house, home, "/api/auth/refresh", {{"refresh_token", "none"}}), 401);
  EXPECT_EQ(status_from(house, "192.0.2.2", "/api/auth/login", credentials("Ann")), 200);
}

TEST(ComingIn, again_by_a_refresh_token_is_for_four_times_as_many_of_an_address_and_counted_apart) {
  const House house([](ServerSettings& settings) { settings.max_address_sign_ins = 1; });
  const std::string home = "192.0.2.1";
  const Json none = {{"refresh_token", "none"}};
  for (int i = 0; i < 4; ++i) EXPECT_EQ(status_from(house, home, "/api/auth/refresh", none), 401);
  const auto refused = house.site().post("/api/auth/refresh", none, {{"X-Forwarded-For", home}});
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.json()["code"], "too-many");
  EXPECT_GE(std::stoi(refused.fields.at("retry-after")), 1);
  EXPECT_EQ(status_from(house, "192.0.2.2", "/api/auth/refresh", none), 401);
  EXPECT_EQ(status_from(house, home, "/api/auth/guest", {{"username", "Gus"}}), 201);
}

TEST(ComingIn, by_a_name_at_a_table_is_counted_like_any_other) {
  const House house([](ServerSettings& settings) { settings.max_address_sign_ins = 2; });
  const std::string table = house.site().open_table(house.site().guest("Ann"));
  Socket first = house.site().watch(table);
  first.send({{"action", "new-player"}, {"username", "Bea"}});
  first.until_action("guest");
  Socket second = house.site().watch(table);
  second.send({{"action", "new-player"}, {"username", "Cid"}, {"request_id", "r"}});
  const Json refused = second.until_action("error");
  EXPECT_EQ(refused["reason"], "too-many");
  EXPECT_EQ(refused["request_id"], "r");
  // Who has an account may go by another name, which makes none.
  first.send({{"action", "new-player"}, {"username", "Bee"}, {"request_id", "s"}});
  EXPECT_EQ(first.until_action("ack")["request_id"], "s");
}

TEST(Login, gives_tokens_a_cookie_and_the_wallet_also_after_a_restart) {
  House house;
  const Player ann = registered(house, "Ann");
  house.restart();
  const auto answer = house.site().post("/api/auth/login", credentials("ANN"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.json()["account"]["username"], "Ann");
  EXPECT_EQ(answer.json()["account"]["id"], ann.uuid);
  EXPECT_EQ(answer.json()["wallet_balance"], 10'000);
  EXPECT_EQ(answer.json()["expires_in"], 900);
  EXPECT_TRUE(answer.fields.at("set-cookie").starts_with("auth_token=" + player_of(answer).token + ";"));
  EXPECT_EQ(status_of_me(house, player_of(answer)), 200);
  EXPECT_EQ(status_of_refresh(house, player_of(answer)), 200);
}

TEST(Login, tells_nobody_whether_the_name_or_the_password_was_wrong) {
  const House house;
  registered(house, "Ann");
  house.site().guest("Gus");
  const auto wrong = house.site().post("/api/auth/login", credentials("Ann", "wrong horse"));
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.json()["code"], "signed-out");
  EXPECT_FALSE(wrong.fields.contains("set-cookie"));
  for (const Json& body : {credentials("Nobody"), credentials("Gus"), credentials("Gus", ""), credentials("", ""),
                           credentials("Ann", k_password + std::string(" "))}) {
    const auto other = house.site().post("/api/auth/login", body);
    EXPECT_EQ(other.status, wrong.status) << body;
    EXPECT_EQ(other.body, wrong.body) << body;
  }
}

TEST(Login, of_one_name_from_one_address_fails_ten_times_then_has_to_wait) {
  const House house;
  registered(house, "Ann");
  const auto attempt = [&](std::string_view name, std::string_view password, const std::string& address) {
    return house.site().post("/api/auth/login", credentials(name, password), {{"X-Forwarded-For", address}});
  };
  for (int i = 0; i < 10; ++i) EXPECT_EQ(attempt(i % 2 ? "ann" : "ANN", "wrong horse", "192.0.2.1").status, 401);
  const auto refused = attempt("Ann", k_password, "192.0.2.1");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.json()["code"], "too-many");
  const int wait = std::stoi(refused.fields.at("retry-after"));
  EXPECT_GT(wait, 0);
  EXPECT_LE(wait, 600);
  // What a client writes before the proxy's own word is not believed.
  EXPECT_EQ(attempt("Ann", k_password, "198.51.100.7, 192.0.2.1").status, 429);
  EXPECT_EQ(attempt("Ann", k_password, "192.0.2.2").status, 200);
  EXPECT_EQ(attempt("Bob", k_password, "192.0.2.1").status, 401);
}

TEST(Login, addresses_are_believed_from_the_proxies_in_the_settings_only) {
  const House house([](ServerSettings& settings) { settings.proxies = {}; });
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(house.site()
                  .post("/api/auth/login", credentials("Ann"), {{"X-Forwarded-For", "192.0.2." + std::to_string(i)}})
                  .status,
              401);
  EXPECT_EQ(house.site().post("/api/auth/login", credentials("Ann"), {{"X-Forwarded-For", "192.0.2.99"}}).status, 429);
}

TEST(Logout, ends_this_sign_in_at_once_and_no_other) {
  House house;
  const Player ann = registered(house, "Ann");
  const Player other = player_of(house.site().post("/api/auth/login", credentials("Ann")));
  const std::string table = house.site().open_table(ann);
  Socket socket = house.site().join(table, ann);
  Socket stream(house.site().port(), "/ws/games/" + table, ann.bearer());
  Socket others = house.site().join(table, other);
  const std::string early = house.site().post("/api/ws/token", Json::object(), ann.bearer()).json()["token"];

  const auto answer = house.site().post("/api/auth/logout", Json::object(), ann.bearer());
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.fields.at("set-cookie").starts_with("auth_token=; Path=/; Max-Age=0"));
  EXPECT_EQ(socket.closed(), 4401);
  EXPECT_EQ(stream.closed(), 4401);
  EXPECT_EQ(Socket(house.site().port(), "/ws/table/" + table + "?token=" + early).status(), 401);
  EXPECT_EQ(status_of_me(house, ann), 401);
  EXPECT_EQ(status_of_refresh(house, ann), 401);

  others.send({{"action", "ping"}});
  others.until_action("pong");
  EXPECT_EQ(status_of_me(house, other), 200);
  house.restart();
  EXPECT_EQ(status_of_me(house, ann), 401);
  EXPECT_EQ(status_of_me(house, other), 200);
}

TEST(Logout, knows_the_sign_in_by_its_refresh_token_or_cookie_too_and_twice_is_fine) {
  const House house;
  const Player ann = house.site().guest("Ann");
  const Json body = {{"refresh_token", ann.refresh_token}};
  EXPECT_EQ(house.site().post("/api/auth/logout", body, {{"Authorization", "Bearer nonsense"}}).status, 200);
  EXPECT_EQ(status_of_me(house, ann), 401);
  EXPECT_EQ(house.site().post("/api/auth/logout", body).status, 200);
  EXPECT_EQ(house.site().post("/api/auth/logout", Json::object()).status, 200);
  EXPECT_EQ(house.site().post("/api/auth/logout", Json::object(), ann.bearer()).status, 401);

  const Player bob = house.site().guest("Bob");
  const Fields page = {{"Cookie", "auth_token=" + bob.token},
                       {"Origin", "http://127.0.0.1:" + std::to_string(house.site().port())}};
  EXPECT_EQ(house.site().post("/api/auth/logout", Json::object(), page).status, 200);
  EXPECT_EQ(status_of_me(house, bob), 401);
}

TEST(RefreshToken, used_twice_closes_the_sockets_of_its_sign_in) {
  const House house;
  const Player ann = house.site().guest("Ann");
  const std::string table = house.site().open_table(ann);
  Socket socket = house.site().join(table, ann);
  EXPECT_EQ(status_of_refresh(house, ann), 200);
  EXPECT_EQ(status_of_refresh(house, ann), 401);
  EXPECT_EQ(socket.closed(), 4401);
}

TEST(RefreshToken, of_a_guest_made_at_a_table_belongs_to_that_connection) {
  const House house;
  const Player owner = house.site().guest("Owner");
  Socket socket = house.site().watch(house.site().open_table(owner));
  socket.send({{"action", "new-player"}, {"username", "Ann"}});
  const Json made = socket.until_action("guest");
  const Fields bearer = {{"Authorization", "Bearer " + made["access_token"].get<std::string>()}};
  EXPECT_EQ(house.site().post("/api/auth/logout", Json::object(), bearer).status, 200);
  EXPECT_EQ(socket.closed(), 4401);
}

}  // namespace
}  // namespace baize::server::testing
