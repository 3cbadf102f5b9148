// A table's record over HTTP: it checks out with the code that checks it anywhere, and tells each no more than they may
// know; a locked table's and one's without spectators are nobody else's business.
#include <set>

#include "protocol/verify.h"
#include "server/hands_of.h"

namespace baize::server::testing {
namespace {

class RecordOf : public HandsOf {
 protected:
  Answer record(const Fields& fields = {}) { return site().get("/api/tables/" + table_ + "/export.json", fields); }
  // What the viewer of this seat sees in its newest view.
  std::set<std::string> seen_by(std::size_t seat) {
    const Json game = seated_[seat].at(version_);
    std::set<std::string> seen;
    const auto add = [&](const Json& cards) {
      for (const Json& card : cards) seen.insert(card.get<std::string>());
    };
    add(game["viewer"]["hand"]);
    add(game["public"]["board"]);
    for (const Json& player : game["public"]["players"]) add(player["shown"]);
    return seen;
  }
  // Every card that stands anywhere in a JSON value.
  static void cards_in(const Json& json, std::set<std::string>& found) {
    if (json.is_string() && cards::card_from_text(json.get<std::string>())) found.insert(json.get<std::string>());
    if (json.is_structured())
      for (const Json& one : json) cards_in(one, found);
  }
  static std::set<std::string> cards_in(const Json& json) {
    std::set<std::string> found;
    cards_in(json, found);
    return found;
  }
  // The report on a record that has to be readable and free of falsehood.
  static protocol::ExportReport checked(const Answer& answer) {
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto report = protocol::verify_text(answer.body);
    EXPECT_TRUE(report) << answer.body;
    if (!report) return {};
    EXPECT_EQ(report->fault(), "");
    return *report;
  }
};

TEST_F(RecordOf, a_table_checks_out_and_tells_each_only_what_they_saw) {
  open({{"audit", "never"}});
  play("player-fold");
  const auto anns = seen_by(0);
  const auto bobs = seen_by(1);
  const Answer ann = record(seated_[0].player.bearer());
  EXPECT_EQ(checked(ann).hands.size(), 1U);
  EXPECT_EQ(ann.json()["viewer"], seated_[0].player.uuid);
  EXPECT_EQ(ann.fields.at("cache-control"), "private, no-store");
  EXPECT_EQ(cards_in(ann.json()), anns);
  const Answer bob = record(seated_[1].player.bearer());
  EXPECT_EQ(checked(bob).hands.size(), 1U);
  EXPECT_EQ(cards_in(bob.json()), bobs);
  const Answer anybody = record();
  EXPECT_EQ(checked(anybody).hands.size(), 1U);
  EXPECT_EQ(cards_in(anybody.json()), std::set<std::string>{});
}

// Many showdowns, so that somebody loses behind the winner and mucks.
TEST_F(RecordOf, a_table_holds_no_mucked_card_before_all_hands_are_opened) {
  open({{"audit", "at_close"}, {"deal_pause", 0}});
  bool mucked = false;
  std::size_t played = 0;
  for (int hand = 1; !mucked && hand < 60; ++hand) {
    if (hand > 1) wait_for_deal();
    play();
    const auto seen = seen_by(0);
    mucked = seen.size() < 9U;
    ++played;
    const Json last = record(seated_[0].player.bearer()).json()["hands"].back();
    ASSERT_EQ(last["number"], hand);
    EXPECT_EQ(cards_in(last), seen);
    EXPECT_FALSE(last.contains("replay"));
  }
  EXPECT_TRUE(mucked);
  for (const auto& hand : checked(record(seated_[0].player.bearer())).hands) EXPECT_FALSE(hand.unproven.empty());
  seated_[0].ask({{"action", "close-table"}});
  const Answer opened = record(seated_[0].player.bearer());
  EXPECT_GE(checked(opened).hands.size(), played);
  const Json closed = opened.json();
  EXPECT_EQ(closed["closed"], true);
  ASSERT_GE(closed["hands"].size(), played);
  for (std::size_t i = 0; i < played; ++i) {  // one more may have begun
    const Json& hand = closed["hands"][i];
    EXPECT_EQ(hand.contains("replay"), i > 0) << "the first is dealt by the same action that opens it";
    EXPECT_GE(cards_in(hand).size(), 9U) << "both hands and the board";
  }
}

TEST_F(RecordOf, a_table_that_was_tampered_with_does_not_check_out) {
  open();
  play();
  Json changed = record(seated_[0].player.bearer()).json();
  std::string& salt = changed["hands"][0]["fair"]["proofs"][0]["salt"].get_ref<std::string&>();
  salt.front() = salt.front() == '0' ? '1' : '0';
  const auto report = protocol::verify_text(changed.dump());
  ASSERT_TRUE(report);
  EXPECT_NE(report->fault(), "");
}

class StrangersOf : public RecordOf {
 protected:
  void expect_kept_from(const Fields& fields, const std::string& code) {
    for (const std::string path : {"/history", "/hands/1.txt", "/hands/1.phh", "/hands/1.json", "/export.json"}) {
      const Answer answer = site().get("/api/tables/" + table_ + path, fields);
      EXPECT_EQ(answer.status, 403) << path;
      EXPECT_EQ(answer.json()["code"], code) << path;
    }
  }
  void expect_told_to(const Fields& fields) {
    for (const std::string path : {"/history", "/hands/1.txt", "/hands/1.phh", "/hands/1.json", "/export.json"})
      EXPECT_EQ(site().get("/api/tables/" + table_ + path, fields).status, 200) << path;
  }
};

TEST_F(StrangersOf, a_locked_table_are_told_nothing_of_its_hands) {
  open(Json::object(), "sesame");
  play();
  for (const Seated& one : seated_) expect_told_to(one.player.bearer());
  expect_kept_from({}, "wrong-passphrase");
  const Player eve = site().guest("Eve");
  expect_kept_from(eve.bearer(), "wrong-passphrase");
  Socket door(site().port(), "/ws/table/" + table_, eve.bearer());
  door.send({{"action", "join-table"}, {"passphrase", "sesame"}});
  door.until_action("update-game");
  expect_told_to(eve.bearer());
}

TEST_F(StrangersOf, a_table_without_spectators_are_told_nothing_of_its_hands) {
  open({{"spectators", false}});
  play();
  for (const Seated& one : seated_) expect_told_to(one.player.bearer());
  expect_kept_from({}, "not-seated");
  expect_kept_from(site().guest("Eve").bearer(), "not-seated");
}

TEST_F(StrangersOf, a_closed_table_are_told_no_more_than_before) {
  open(Json::object(), "sesame");
  play();
  seated_[0].ask({{"action", "close-table"}});
  house_.restart();
  expect_told_to(seated_[0].player.bearer());
  expect_kept_from({}, "wrong-passphrase");
  expect_kept_from(site().guest("Eve").bearer(), "wrong-passphrase");
  EXPECT_EQ(hand("1.txt", seated_[1].player.bearer()).status, 200) << "who had a part in a hand keeps it";
}

}  // namespace
}  // namespace baize::server::testing
