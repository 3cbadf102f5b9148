// The log at its most talkative: what happened can be followed by ids, and nothing in it opens an account or a card.
#include "ops/log.h"

#include <gtest/gtest.h>
#include <spdlog/sinks/ringbuffer_sink.h>

#include "server/doors.h"

namespace baize::server::testing {
namespace {

class LogOf : public Doors {
 protected:
  LogOf() {
    auto logger = std::make_shared<spdlog::logger>("test", lines_);
    logger->set_level(spdlog::level::debug);
    spdlog::set_default_logger(std::move(logger));
  }
  ~LogOf() override {
    house_.stop();  // nobody logs while the logger is exchanged
    start_log("off");
  }

  std::string log() const {
    std::string all;
    for (const std::string& line : lines_->last_formatted()) all += line;
    return all;
  }

 private:
  std::shared_ptr<spdlog::sinks::ringbuffer_sink_mt> lines_ =
      std::make_shared<spdlog::sinks::ringbuffer_sink_mt>(10'000);
};

TEST_F(LogOf, a_game_names_tables_connections_accounts_and_requests_and_no_secret) {
  open();
  std::vector<std::string> secrets{ann_.token, ann_.refresh_token, bob_.token, "sesame", "correct horse battery"};
  const Json kept =
      site()
          .post("/api/auth/register", {{"username", "Annie"}, {"password", "correct horse battery"}}, ann_.bearer())
          .json();
  secrets.push_back(kept["access_token"]);
  const Json ticket = site().post("/api/ws/token", Json::object(), bob_.bearer()).json();
  secrets.push_back(ticket["token"]);
  EXPECT_EQ(Socket(site().port(), "/ws/table/" + table_ + "?token=" + secrets.back()).status(), 101);
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  deal(ann);
  const Json hand = ann.socket.until([](const Json& heard) {
    return heard.value("action", "") == "update-game" && heard["game"]["viewer"]["hand"].size() == 2;
  })["game"]["viewer"]["hand"];
  secrets.push_back(hand.dump());
  EXPECT_EQ(ann.answer_to({{"action", "dance"}, {"request_id", "step-1"}})["action"], "error");
  EXPECT_EQ(bob.ask({{"action", "join-table"}, {"passphrase", "sesame"}})["action"], "ack");

  const std::string all = log();
  EXPECT_NE(all.find("A message was refused: unknown-action table=" + table_ + " connection="), std::string::npos);
  EXPECT_NE(all.find("account=" + ann_.uuid + " request=step-1"), std::string::npos);
  EXPECT_NE(all.find("A connection has come table=" + table_), std::string::npos);
  EXPECT_NE(all.find("POST /api/auth/register: 201 request=r"), std::string::npos);
  for (const std::string& secret : secrets) EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

TEST_F(LogOf, a_request_has_the_id_that_its_client_gave_it_and_its_answer_too) {
  EXPECT_EQ(site().get("/api/games", {{"X-Request-Id", "from-the-proxy"}}).fields["x-request-id"], "from-the-proxy");
  EXPECT_NE(log().find("GET /api/games: 200 request=from-the-proxy"), std::string::npos);
  EXPECT_FALSE(site().get("/api/games").fields["x-request-id"].empty());
}

TEST_F(LogOf, a_hostile_id_cannot_pretend_to_be_another_line) {
  open();
  Client ann = come(ann_);
  ann.answer_to({{"action", "dance"}, {"request_id", "x\nerror All is lost table=north"}});
  EXPECT_EQ(log().find("\nerror"), std::string::npos);
  EXPECT_NE(log().find(R"(request="x\nerror All is lost table=north")"), std::string::npos);
}

}  // namespace
}  // namespace baize::server::testing
