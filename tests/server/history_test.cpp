// Hands that are over, fetched over HTTP: the list of a table's, and one of them as text, as PHH and as its events.
#include "server/hands_of.h"

namespace baize::server::testing {
namespace {

TEST_F(HandsOf, a_table_are_told_to_each_as_they_may_know_them) {
  open();
  for (Seated& one : seated_) one.at(version_);
  const std::string anns = cards_of(0);
  const std::string bobs = cards_of(1);
  play("player-fold");
  const Fields ann = seated_[0].player.bearer();
  const Answer text = hand("1.txt", ann);
  EXPECT_EQ(text.status, 200);
  EXPECT_EQ(text.fields.at("content-type"), "text/plain; charset=utf-8");
  EXPECT_NE(text.body.find("Table 'Friday'"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("Dealt to Ann [" + anns + "]\n"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("Dealt to Bob [????]\n"), std::string::npos) << text.body;
  EXPECT_NE(text.body.find("*** SUMMARY ***"), std::string::npos) << text.body;
  const Answer phh = hand("1.phh", ann);
  EXPECT_NE(phh.body.find("variant = \"NT\"\n"), std::string::npos) << phh.body;
  EXPECT_NE(phh.body.find(anns.substr(0, 2) + anns.substr(3)), std::string::npos) << phh.body;
  EXPECT_NE(phh.body.find("????"), std::string::npos) << phh.body;
  for (const std::string file : {"1.txt", "1.phh", "1.json"}) {
    const Answer anybody = hand(file);
    EXPECT_EQ(anybody.status, 200);
    for (const std::string& cards : {anns, bobs}) {
      EXPECT_EQ(anybody.body.find(cards), std::string::npos) << anybody.body;
      EXPECT_EQ(anybody.body.find(cards.substr(0, 2) + cards.substr(3)), std::string::npos) << anybody.body;
      EXPECT_EQ(anybody.body.find("\"" + cards.substr(0, 2) + "\""), std::string::npos) << anybody.body;
    }
  }
}

TEST_F(HandsOf, a_table_that_still_run_or_never_were_are_not_found) {
  open();
  for (const std::string file :
       {"1.txt", "2.phh", "0.json", "x.txt", "1", "1.pdf", "99999999999.txt", "4294967295.txt"}) {
    const Answer answer = hand(file, seated_[0].player.bearer());
    EXPECT_EQ(answer.status, 404) << file;
    EXPECT_EQ(answer.json()["code"], "not-found") << file;
  }
  EXPECT_EQ(site().get("/api/tables/" + table_ + "/history").json()["hands"], Json::array());
  EXPECT_EQ(site().get("/api/tables/nowhere/hands/1.txt").json()["code"], "no-such-table");
  EXPECT_EQ(site().get("/api/tables/nowhere/history").json()["code"], "no-such-table");
}

TEST_F(HandsOf, a_table_are_listed_as_many_as_were_asked_for_though_one_is_still_running) {
  open({{"deal_pause", 0}});
  for (int hand = 1; hand <= 3; ++hand) {
    play("player-fold");
    wait_for_deal();
  }
  ASSERT_EQ(seated_[0].game["public"]["hand"], 4);
  const auto numbers = [&](const std::string& query) {
    const Json page = site().get("/api/tables/" + table_ + "/history" + query).json();
    std::string text;
    for (const Json& line : page["hands"]) text += line["number"].dump() + " ";
    return text + (page.contains("next") ? "and below " + page["next"].dump() : "");
  };
  EXPECT_EQ(numbers("?limit=2"), "3 2 and below 2");
  EXPECT_EQ(numbers("?limit=2&before=2"), "1 ");
  EXPECT_EQ(numbers("?limit=3"), "3 2 1 ");
  EXPECT_EQ(numbers("?limit=1&before=3"), "2 and below 2");
  EXPECT_EQ(numbers(""), "3 2 1 ");
}

TEST_F(HandsOf, a_table_are_not_sent_again_to_who_has_them) {
  open();
  play();
  const Answer first = hand("1.phh");
  const std::string etag = first.fields.at("etag");
  EXPECT_EQ(hand("1.phh", {{"If-None-Match", etag}}).status, 304);
  EXPECT_EQ(hand("1.txt", {{"If-None-Match", etag}}).status, 200);
  Fields ann = seated_[0].player.bearer();
  ann.emplace_back("If-None-Match", etag);
  EXPECT_EQ(hand("1.phh", ann).status, 200) << "another viewer has another answer";
  EXPECT_EQ(first.fields.at("cache-control"), "private, no-cache");
}

TEST_F(HandsOf, a_table_are_sent_again_when_more_of_them_has_been_shown) {
  open();
  play("player-fold");
  const std::string etag = hand("1.txt").fields.at("etag");
  const Json shown = seated_[0].at(version_)["viewer"]["hand"];
  version_ = seated_[0].ask({{"action", "player-show"}, {"cards", shown}});
  const Answer after = hand("1.txt", {{"If-None-Match", etag}});
  EXPECT_EQ(after.status, 200);
  EXPECT_NE(after.fields.at("etag"), etag);
  EXPECT_NE(after.body.find(shown[0].get<std::string>()), std::string::npos) << after.body;
}

TEST_F(HandsOf, a_table_are_still_there_after_a_restart_and_when_it_is_closed) {
  open();
  play();
  const std::string before = hand("1.txt", seated_[0].player.bearer()).body;
  seated_[0].ask({{"action", "close-table"}});
  EXPECT_EQ(hand("1.txt", seated_[0].player.bearer()).body, before);
  house_.restart();
  EXPECT_EQ(hand("1.txt", seated_[0].player.bearer()).body, before);
  EXPECT_EQ(site().get("/api/tables/" + table_ + "/history").json()["hands"].size(), 1U);
}

}  // namespace
}  // namespace baize::server::testing
