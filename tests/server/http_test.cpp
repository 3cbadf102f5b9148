#include <gtest/gtest.h>

#include <fstream>

#include "server/house.h"

namespace baize::server::testing {
namespace {

// A small bundle with what the real one has.
class StaticFilesOf : public ::testing::Test {
 protected:
  StaticFilesOf() {
    write("index.html", "<!doctype html><title>Baize</title>");
    write("baize.0a1b2c3d.wasm", std::string("\0asm", 4));
    write("baize.0a1b2c3d.wasm.br", "brotli");
    write("baize.0a1b2c3d.wasm.gz", "gzip");
    write("manifest.webmanifest", "{}");
    write("fonts/regular.ttf", "font");
    write("../outside.txt", "secret");
    house_ = std::make_unique<House>([this](ServerSettings& settings) { settings.web = (folder_ / "dist").string(); });
  }
  void write(const std::string& name, const std::string& content) {
    const auto path = folder_ / "dist" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
  }
  Answer get(std::string_view target, const Fields& fields = {}) { return house_->site().get(target, fields); }

  Folder folder_;
  std::unique_ptr<House> house_;
};

TEST_F(StaticFilesOf, the_bundle_have_their_media_types) {
  EXPECT_EQ(get("/").fields["content-type"], "text/html; charset=utf-8");
  EXPECT_EQ(get("/index.html").body, "<!doctype html><title>Baize</title>");
  EXPECT_EQ(get("/baize.0a1b2c3d.wasm").fields["content-type"], "application/wasm");
  EXPECT_EQ(get("/manifest.webmanifest").fields["content-type"], "application/manifest+json");
  EXPECT_EQ(get("/fonts/regular.ttf").fields["content-type"], "font/ttf");
  EXPECT_EQ(get("/").fields["x-content-type-options"], "nosniff");
}

TEST_F(StaticFilesOf, the_bundle_are_cached_for_good_only_with_a_hash_in_their_name) {
  EXPECT_EQ(get("/").fields["cache-control"], "no-cache");
  EXPECT_EQ(get("/fonts/regular.ttf").fields["cache-control"], "no-cache");
  EXPECT_EQ(get("/baize.0a1b2c3d.wasm").fields["cache-control"], "public, max-age=31536000, immutable");
}

TEST_F(StaticFilesOf, the_bundle_come_compressed_to_who_takes_that) {
  EXPECT_EQ(get("/baize.0a1b2c3d.wasm").body, std::string("\0asm", 4));
  auto brotli = get("/baize.0a1b2c3d.wasm", {{"Accept-Encoding", "gzip, deflate, br"}});
  EXPECT_EQ(brotli.body, "brotli");
  EXPECT_EQ(brotli.fields["content-encoding"], "br");
  EXPECT_EQ(brotli.fields["vary"], "Accept-Encoding");
  EXPECT_EQ(brotli.fields["content-type"], "application/wasm");
  EXPECT_EQ(get("/baize.0a1b2c3d.wasm", {{"Accept-Encoding", "gzip"}}).body, "gzip");
  EXPECT_EQ(get("/baize.0a1b2c3d.wasm", {{"Accept-Encoding", "br;q=0, gzip;q=0.5"}}).body, "gzip");
}

TEST_F(StaticFilesOf, the_bundle_are_not_sent_again_to_who_has_them) {
  const std::string etag = get("/").fields["etag"];
  ASSERT_FALSE(etag.empty());
  const auto again = get("/", {{"If-None-Match", etag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(get("/", {{"If-None-Match", "\"other\""}}).status, 200);
}

TEST_F(StaticFilesOf, the_bundle_are_all_that_can_be_reached) {
  for (const char* path : {"/../outside.txt", "/%2e%2e/outside.txt", "/fonts/../../outside.txt", "/..%2foutside.txt",
                           "//etc/passwd", "/fonts", "/%00", "/index.html%00.js"})
    EXPECT_EQ(get(path).status, 404) << path;
}

TEST_F(StaticFilesOf, the_bundle_have_a_head) {
  const auto head = http(house_->site().port(), "HEAD", "/");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.fields.at("content-length"), "35");
  EXPECT_TRUE(head.body.empty());
}

TEST_F(StaticFilesOf, the_page_may_run_nothing_else) {
  const std::string policy = get("/").fields["content-security-policy"];
  EXPECT_NE(policy.find("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'"),
            std::string::npos);
}

TEST(Http, an_unknown_path_is_a_clear_404_and_a_wrong_method_a_405) {
  const House house;
  const auto unknown = house.site().get("/api/nothing");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.json()["code"], "not-found");
  EXPECT_FALSE(unknown.json()["error"].get<std::string>().empty());
  const auto wrong = house.site().get("/api/auth/guest");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.fields.at("allow"), "POST");
}

TEST(Http, a_body_that_is_no_json_is_malformed) {
  const House house;
  for (const char* body : {"{", "[]", "7", "{\"username\":\"Ann\"} more", "\xff\xfe"}) {
    const auto answer = http(house.site().port(), "POST", "/api/auth/guest", body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_FALSE(answer.json()["code"].get<std::string>().empty());
  }
}

TEST(Http, too_large_a_body_is_413_and_too_large_a_header_431) {
  const House house;
  const auto body = http(house.site().port(), "POST", "/api/auth/guest", std::string(70'000, ' '));
  EXPECT_EQ(body.status, 413);
  EXPECT_EQ(body.json()["code"], "too-large");
  EXPECT_EQ(http(house.site().port(), "GET", "/", {}, {{"X-Large", std::string(20'000, 'x')}}).status, 431);
}

TEST(Http, what_is_no_http_is_answered_400_and_the_connection_closed) {
  const House house;
  EXPECT_TRUE(raw_exchange(house.site().port(), "HELLO\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(raw_exchange(house.site().port(), "GET / HTTP/9.9\r\n\r\n").starts_with("HTTP/1.1 400"));
}

TEST(Http, requests_of_one_connection_are_answered_in_order) {
  const House house;
  const std::string answers = raw_exchange(house.site().port(),
                                           "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
                                           "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n"
                                           "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto first = answers.find("HTTP/1.1 200");
  const auto second = answers.find("HTTP/1.1 404");
  const auto third = answers.rfind("HTTP/1.1 200");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_NE(third, std::string::npos);
}

TEST(Origin, of_another_page_is_refused_and_the_servers_own_is_not) {
  const House house([](ServerSettings& settings) { settings.origins = {"https://cards.example"}; });
  const auto me = [&](const std::string& origin) {
    return house.site().post("/api/auth/guest", {{"username", "Ann"}}, {{"Origin", origin}});
  };
  const auto foreign = me("https://elsewhere.example");
  EXPECT_EQ(foreign.status, 403);
  EXPECT_EQ(foreign.json()["code"], "origin-refused");
  EXPECT_EQ(me("null").status, 403);
  EXPECT_EQ(me("http://127.0.0.1:" + std::to_string(house.site().port())).status, 201);
  const auto listed = me("https://cards.example");
  EXPECT_EQ(listed.status, 201);
  EXPECT_EQ(listed.fields.at("access-control-allow-origin"), "https://cards.example");
  EXPECT_EQ(listed.fields.at("access-control-allow-credentials"), "true");
  EXPECT_NE(listed.fields.at("access-control-expose-headers").find("Retry-After"), std::string::npos);
  EXPECT_EQ(listed.fields.at("vary"), "Origin");
  EXPECT_EQ(foreign.fields.count("access-control-allow-origin"), 0u);
  const auto preflight = http(house.site().port(), "OPTIONS", "/api/tables", {},
                              {{"Origin", "https://cards.example"}, {"Access-Control-Request-Method", "POST"}});
  EXPECT_EQ(preflight.status, 204);
  EXPECT_NE(preflight.fields.at("access-control-allow-headers").find("Authorization"), std::string::npos);
  EXPECT_EQ(preflight.fields.at("access-control-allow-origin"), "https://cards.example");
  EXPECT_EQ(preflight.fields.at("access-control-allow-credentials"), "true");
  const auto unasked = http(house.site().port(), "OPTIONS", "/api/tables", {},
                            {{"Origin", "https://elsewhere.example"}, {"Access-Control-Request-Method", "POST"}});
  EXPECT_EQ(unasked.status, 403);
  EXPECT_EQ(unasked.fields.count("access-control-allow-origin"), 0u);
}

// A client on another host does all that one on the server's own page does, by its bearer.
TEST(Origin, on_the_allow_list_plays_with_a_bearer_and_a_socket) {
  const House house([](ServerSettings& settings) { settings.origins = {"https://cards.example"}; });
  const std::pair<std::string, std::string> origin = {"Origin", "https://cards.example"};
  const Player ann = house.site().guest("Ann");
  const Fields fields = {ann.bearer().front(), origin};
  const auto opened = house.site().post("/api/tables", {{"name", "Test"}, {"game", "holdem"}}, fields);
  ASSERT_EQ(opened.status, 201);
  const std::string table = opened.json()["id"];
  const auto join = [&](int chips) {
    return house.site().post("/api/tables/" + table + "/join", {{"buy_in_amount", chips}}, fields);
  };
  // Refusals can be read, too.
  const auto refused = join(1'000'000);
  EXPECT_GE(refused.status, 400);
  EXPECT_EQ(refused.fields.at("access-control-allow-origin"), "https://cards.example");
  EXPECT_EQ(join(500).status, 200);
  // Browsers send no Authorization with an upgrade, but a token in the address.
  const std::string token = house.site().post("/api/ws/token", Json::object(), fields).json()["token"];
  Socket socket(house.site().port(), "/ws/table/" + table + "?token=" + token, {origin});
  ASSERT_EQ(socket.status(), 101);
  EXPECT_EQ(socket.until_action("update-player-uuid")["uuid"], ann.uuid);
  const Socket foreign(house.site().port(), "/ws/table/" + table, {{"Origin", "https://elsewhere.example"}});
  EXPECT_EQ(foreign.status(), 403);
  EXPECT_EQ(Json::parse(foreign.upgrade_body())["code"], "origin-refused");
}

TEST(Games, are_listed_with_their_settings_and_limits) {
  const House house;
  const Json games = house.site().get("/api/games").json();
  EXPECT_EQ(games["games"][0]["id"], "holdem");
  EXPECT_EQ(games["games"][0]["max_seats"], 10);
  EXPECT_EQ(games["games"][0]["settings"][0]["name"], "small_blind");
  EXPECT_EQ(games["table_settings"][0]["name"], "seats");
}

}  // namespace
}  // namespace baize::server::testing
