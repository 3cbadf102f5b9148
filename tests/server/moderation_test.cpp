// What an owner does to people and to the game, over real sockets: everybody concerned hears of it, whoever may see
// the table and whoever may not.
#include "server/doors.h"

namespace baize::server::testing {
namespace {

class Moderation : public Doors {
 protected:
  static Json notice(Client& one, const std::string& kind) {
    return one.socket.until(
        [&](const Json& heard) { return heard["action"] == "notification" && heard["kind"] == kind; });
  }
  static bool pending(Client& one) {
    return one.socket.until(
        [](const Json& heard) { return heard.value("type", "") == "is_pending_player"; })["payload"];
  }
  static Json list(Client& one) {
    return one.socket.until(
        [](const Json& heard) { return heard.value("type", "") == "pending_players_update"; })["payload"];
  }
  static Json view(Client& one, const std::function<bool(const Json&)>& wanted) {
    Json game;
    do game = one.socket.until_action("update-game")["game"];
    while (!wanted(game));
    return game;
  }
  static std::string says(Client& one, Json message) {
    const Json answer = one.ask(std::move(message));
    return answer.value("reason", std::string(answer["action"]));
  }
  static Json seat(int number) { return {{"action", "take-seat"}, {"seatID", number}, {"buyIn", 1000}}; }
  static Json about(const char* action, const Player& whom) { return {{"action", action}, {"uuid", whom.uuid}}; }
  static Json ban(const Player& whom) { return {{"action", "kick-player"}, {"uuid", whom.uuid}, {"ban", true}}; }

  // A connection whose wish to watch is refused.
  Client stranger(const Player& who) const {
    Client one{who, Socket(site().port(), "/ws/table/" + table_, who.bearer())};
    EXPECT_EQ(says(one, {{"action", "join-table"}}), "not-seated");
    return one;
  }
  // A table of Ann's that nobody watches, not even through the eye.
  void open_to_nobody(Json settings = Json::object()) {
    settings["spectators"] = false;
    settings["auto_start"] = false;
    table_ = site().open_table(ann_, std::move(settings));
  }
  // What has come so far and tells something of the table.
  static int shown(const Client& one) {
    int count = 0;
    for (const std::string& frame : one.socket.heard()) {
      const auto action = Json::parse(frame).value("action", "");
      count += action != "error" && action != "ack" && action != "notification" && action != "is_pending_player" &&
                       !action.empty()
                   ? 1
                   : 0;
    }
    return count;
  }
};

TEST_F(Moderation, a_seat_lets_its_player_see_a_table_without_spectators_and_the_view_of_its_loss_is_the_last_one) {
  open_to_nobody();
  Client ann = sit(ann_, 0);
  Client bob = stranger(bob_);
  EXPECT_EQ(says(bob, {{"action", "send-message"}, {"message", "hello"}}), "not-seated");
  EXPECT_EQ(says(bob, seat(1)), "ack");
  EXPECT_EQ(view(bob, [](const Json&) { return true; })["viewer"]["seat"], 1);
  EXPECT_EQ(says(bob, {{"action", "send-message"}, {"message", "hello"}}), "ack");
  EXPECT_EQ(says(bob, {{"action", "leave-table"}}), "ack");
  const Json last = view(bob, [](const Json& game) { return game["viewer"]["seat"].is_null(); });
  EXPECT_EQ(seat_in(last, bob_), Json());
  EXPECT_EQ(says(ann, {{"action", "send-message"}, {"message", "is he gone"}}), "ack");
  EXPECT_EQ(says(ann, {{"action", "sit-out"}}), "ack");
  const int before = shown(bob);
  EXPECT_EQ(says(bob, {{"action", "send-log"}, {"message", "hm"}}), "not-seated");
  EXPECT_EQ(shown(bob), before);
}

TEST_F(Moderation, whoever_is_kicked_or_banned_where_nobody_watches_is_told_so) {
  open_to_nobody();
  Client ann = sit(ann_, 0);
  Client bob = stranger(bob_);
  ASSERT_EQ(says(bob, seat(1)), "ack");
  ASSERT_EQ(says(ann, about("kick-player", bob_)), "ack");
  notice(bob, "kicked");
  ASSERT_EQ(says(bob, seat(1)), "ack");
  ASSERT_EQ(says(ann, ban(bob_)), "ack");
  notice(bob, "banned");
  EXPECT_EQ(says(bob, seat(1)), "banned");
  ASSERT_EQ(says(ann, about("unban-player", bob_)), "ack");
  EXPECT_EQ(says(ann, about("unban-player", bob_)), "no-such-player");
  EXPECT_EQ(says(bob, seat(1)), "ack");
  ASSERT_EQ(says(ann, {{"action", "close-table"}}), "ack");
  EXPECT_EQ(view(bob, [](const Json& game) { return game["viewer"]["seat"].is_null(); })["table"]["status"], "closed");
}

TEST_F(Moderation, whoever_waits_for_a_seat_where_nobody_watches_hears_of_that_and_of_nothing_else) {
  open_to_nobody({{"auto_accept", false}});
  Client ann = sit(ann_, 0);
  Client bob = stranger(bob_);
  ASSERT_EQ(says(bob, seat(1)), "ack");
  EXPECT_TRUE(pending(bob));
  EXPECT_EQ(site().get(base() + "/snapshot", bob_.bearer()).status, 403);
  ASSERT_EQ(says(ann, about("deny-player", bob_)), "ack");
  EXPECT_FALSE(pending(bob));
  notice(bob, "seat-denied");
  ASSERT_EQ(says(bob, seat(2)), "ack");
  EXPECT_TRUE(pending(bob));
  ASSERT_EQ(says(bob, {{"action", "cancel-seat-request"}}), "ack");
  EXPECT_FALSE(pending(bob));
  ASSERT_EQ(says(bob, seat(2)), "ack");
  EXPECT_TRUE(pending(bob));
  EXPECT_EQ(shown(bob), 0);
  // Somebody who comes back finds the answer that was missed.
  Client again = stranger(bob_);
  EXPECT_TRUE(pending(again));
  ASSERT_EQ(says(ann, about("accept-player", bob_)), "ack");
  EXPECT_FALSE(pending(bob));
  notice(bob, "seat-accepted");
  EXPECT_EQ(view(bob, [](const Json&) { return true; })["viewer"]["seat"], 2);
}

TEST_F(Moderation, the_end_of_a_table_reaches_players_and_whoever_waits_for_a_seat) {
  open_to_nobody({{"auto_accept", false}});
  Client ann = sit(ann_, 0);
  Client bob = stranger(bob_);
  Client cid = stranger(site().guest("Cid"));
  ASSERT_EQ(says(bob, seat(1)), "ack");
  ASSERT_EQ(says(ann, about("accept-player", bob_)), "ack");
  ASSERT_EQ(says(cid, seat(2)), "ack");
  ASSERT_TRUE(pending(cid));
  ASSERT_EQ(says(ann, {{"action", "close-table"}}), "ack");
  for (Client* one : {&ann, &bob}) one->socket.until_action("table-closed");
  EXPECT_FALSE(pending(cid));
  cid.socket.until_action("table-closed");
}

TEST_F(Moderation, a_ban_of_who_waits_or_only_watches_is_told_as_a_ban) {
  open({{"auto_accept", false}});
  Client ann = sit(ann_, 0);
  Client bob = come(bob_);
  ASSERT_EQ(says(bob, seat(1)), "ack");
  ASSERT_TRUE(pending(bob));
  ASSERT_EQ(says(ann, ban(bob_)), "ack");
  notice(bob, "banned");
  Client cid = come(site().guest("Cid"));
  ASSERT_EQ(says(ann, ban(cid.player)), "ack");
  notice(cid, "banned");
  EXPECT_EQ(says(cid, {{"action", "send-message"}, {"message", "why"}}), "banned");
  EXPECT_EQ(says(bob, ban(ann_)), "owner-only");
}

TEST_F(Moderation, a_list_of_who_waits_and_the_own_wish_are_never_stale) {
  open({{"auto_accept", false}});
  Client ann = sit(ann_, 0);
  Client bob = come(bob_);
  ASSERT_EQ(says(bob, seat(1)), "ack");
  ASSERT_EQ(says(ann, about("accept-player", bob_)), "ack");
  Client cid = come(site().guest("Cid"));
  ASSERT_EQ(says(cid, seat(2)), "ack");
  // Whoever comes back is told how things stand, empty and false as they may be.
  Client anew = come(ann_);
  ASSERT_EQ(says(ann, about("deny-player", cid.player)), "ack");
  EXPECT_EQ(list(anew).size(), 1u);
  EXPECT_EQ(list(anew).size(), 0u);
  EXPECT_TRUE(pending(cid));
  EXPECT_FALSE(pending(cid));
  for (Client* one : {&anew, &cid}) one->socket.send({{"action", "join-table"}, {"since", 0}});
  EXPECT_EQ(list(anew).size(), 0u);
  EXPECT_FALSE(pending(cid));
  // Who is the owner no more has nobody to answer.
  ASSERT_EQ(says(cid, seat(2)), "ack");
  while (list(ann).empty()) {
  }
  ASSERT_EQ(says(ann, {{"action", "leave-table"}}), "ack");
  EXPECT_EQ(list(ann).size(), 0u);
  EXPECT_EQ(list(bob).size(), 1u);
}

TEST_F(Moderation, an_owner_who_leaves_without_a_seat_or_asks_to_leave_leaves_the_table_to_a_player) {
  open({{"disconnect_grace", 0}});
  Client ann = come(ann_);
  Client bob = sit(bob_, 1);
  ASSERT_EQ(says(ann, {{"action", "leave-table"}}), "ack");
  notice(bob, "owner-changed");
  Client cid = sit(site().guest("Cid"), 2);
  ASSERT_EQ(says(bob, {{"action", "start-game"}}), "ack");
  ASSERT_EQ(says(bob, {{"action", "request-leave"}}), "ack");
  const Json game = view(cid, [](const Json& one) { return !one["public"]["to_act"].is_null(); });
  Client& first = game["public"]["to_act"] == 1 ? bob : cid;
  ASSERT_EQ(says(first, {{"action", "player-fold"}}), "ack");
  notice(cid, "owner-changed");
  EXPECT_EQ(site().get(base()).json()["owner"], cid.player.uuid);
}

TEST_F(Moderation, an_owner_who_only_watched_and_is_gone_for_good_leaves_the_table_to_a_player) {
  open({{"disconnect_grace", 0}});
  Client ann = come(ann_);
  Client bob = sit(bob_, 1);
  ann.socket.cut();
  notice(bob, "owner-changed");
  EXPECT_EQ(says(bob, {{"action", "pause-game"}}), "ack");
}

TEST_F(Moderation, a_hand_is_paused_when_it_is_over_by_whoever_asked_for_it) {
  open();
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  const int first = deal(ann);
  EXPECT_EQ(says(bob, {{"action", "pause-game"}}), "owner-only");
  ASSERT_EQ(says(ann, {{"action", "pause-game"}}), "ack");
  EXPECT_EQ(says(ann, {{"action", "pause-game"}}), "paused");
  if (first == 0) {
    ASSERT_EQ(says(ann, {{"action", "player-call"}}), "ack");
  }
  ASSERT_EQ(says(bob, {{"action", "player-fold"}}), "ack");
  EXPECT_EQ(ann.socket.until_action("game-paused")["pausedBy"], ann_.uuid);
  EXPECT_EQ(bob.socket.until_action("game-paused")["pausedBy"], ann_.uuid);
  EXPECT_EQ(says(ann, {{"action", "start-game"}}), "paused");
  EXPECT_EQ(says(bob, {{"action", "resume-game"}}), "owner-only");
  ASSERT_EQ(says(ann, {{"action", "resume-game"}}), "ack");
  EXPECT_EQ(bob.socket.until_action("game-resumed")["resumedBy"], ann_.uuid);
}

TEST_F(Moderation, a_hand_that_is_reset_gives_every_chip_back_and_settings_and_bots_change_between_hands) {
  open();
  Client ann = sit(ann_, 0);
  Client bob = sit(bob_, 1);
  deal(ann);
  EXPECT_EQ(says(bob, {{"action", "reset-game"}}), "owner-only");
  // Else the next hand would be there at once.
  ASSERT_EQ(says(ann, {{"action", "pause-game"}}), "ack");
  ASSERT_EQ(says(ann, {{"action", "reset-game"}}), "ack");
  const Json reset = see([](const Json& game) { return game["table"]["status"] == "paused"; });
  EXPECT_EQ(seat_in(reset, ann_)["stack"], 1000);
  EXPECT_EQ(seat_in(reset, bob_)["stack"], 1000);
  const Json blinds = {{"action", "update-settings"}, {"settings", {{"small_blind", 10}, {"big_blind", 20}}}};
  EXPECT_EQ(says(bob, blinds), "owner-only");
  ASSERT_EQ(says(ann, blinds), "ack");
  see([](const Json& game) { return game["table"]["settings"]["big_blind"] == 20; });
  ASSERT_EQ(says(ann, {{"action", "add-bot"}, {"seatID", 4}}), "ack");
  const Json with_bot = see([](const Json& game) { return game["seats"].size() == 3; });
  const Json remove = {{"action", "remove-bot"}, {"uuid", with_bot["seats"][2]["uuid"]}};
  EXPECT_EQ(says(bob, remove), "owner-only");
  EXPECT_EQ(says(ann, {{"action", "remove-bot"}, {"uuid", bob_.uuid}}), "no-such-player");
  ASSERT_EQ(says(ann, remove), "ack");
  EXPECT_EQ(says(ann, remove), "no-such-player");
  see([](const Json& game) { return game["seats"].size() == 2; });
}

// A game that has no chips and whose pauses wait for nothing.
class NommieModeration : public Moderation {
 protected:
  void begin() {
    table_ = site().open_table(ann_, {{"auto_start", false}}, "nommie");
    eye_.emplace(site().watch(table_));
    for (int i = 0; i < 4; ++i) {
      const Player who = i == 0 ? ann_ : i == 1 ? bob_ : site().guest("Guest " + std::to_string(i));
      players_.push_back(sit(who, i, 0));
    }
    ASSERT_EQ(says(players_[0], {{"action", "start-game"}}), "ack");
    to_act_ = see([](const Json& game) { return !game["public"]["to_act"].is_null(); })["public"]["to_act"];
  }
  std::vector<Client> players_;
  std::size_t to_act_ = 0;
};

TEST_F(NommieModeration, a_round_is_paused_at_once_and_nobody_moves_until_it_goes_on) {
  begin();
  ASSERT_EQ(says(players_[0], {{"action", "pause-game"}}), "ack");
  for (Client& one : players_) EXPECT_EQ(one.socket.until_action("game-paused")["pausedBy"], ann_.uuid);
  const Json& paused = see([](const Json& game) { return game["table"]["status"] == "paused"; });
  EXPECT_EQ(paused["public"]["to_act"], to_act_);
  EXPECT_TRUE(paused["deadline"].is_null());
  const Json bid = {{"action", "player-bid"}, {"bid", 1}};
  EXPECT_EQ(says(players_[to_act_], bid), "paused");
  ASSERT_EQ(says(players_[0], {{"action", "resume-game"}}), "ack");
  EXPECT_EQ(players_[to_act_].socket.until_action("game-resumed")["resumedBy"], ann_.uuid);
  notice(players_[to_act_], "your-turn");
  EXPECT_EQ(says(players_[to_act_], bid), "ack");
}

TEST_F(NommieModeration, whoever_is_kicked_or_banned_in_a_round_is_told_so_at_once) {
  begin();
  ASSERT_EQ(says(players_[0], about("kick-player", bob_)), "ack");
  notice(players_[1], "kicked");
  EXPECT_EQ(says(players_[1], {{"action", "sit-in"}}), "owner-only");
  ASSERT_EQ(says(players_[0], ban(players_[2].player)), "ack");
  notice(players_[2], "banned");
  EXPECT_EQ(says(players_[2], {{"action", "sit-in"}}), "banned");
}

}  // namespace
}  // namespace baize::server::testing
