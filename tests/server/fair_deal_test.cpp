// Fair deals over real sockets: what clients are told and when, what they give, what they check - and that nobody is
// told anything of a card before its time.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <set>

#include "cards/fair.h"
#include "core/json_write.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

namespace fair = cards::fair;

template <class T>
T read(const Json& json) {
  auto value = core::from_json<T>(json);
  if (!value) throw std::runtime_error("not read: " + value.error().message + " in " + json.dump());
  return *value;
}

std::string hex(const auto& bytes) { return core::hex(bytes.data(), bytes.size()); }

// A client that keeps a chain, and everything that it was told of the table's deals.
struct Client {
  Player player;
  Socket socket;
  std::optional<fair::Chain> chain;
  bool gives = true;  // answers openings
  fair::Value last{};
  Json game;
  Json open;
  Json sealed;
  std::map<std::uint64_t, std::vector<fair::Proof>> proofs;  // by hand
  std::map<std::uint64_t, Json> opened;                      // seeds, by hand

  Client(Player who, Socket way) : player(std::move(who)), socket(std::move(way)) {}

  void begin_chain(std::uint64_t secret) {
    chain.emplace(core::derive(core::derive({}, player.name, 0), "secret", secret));
    last = chain->tip();
    const std::string id = "tip-" + std::to_string(secret);
    socket.send({{"action", "client-seed"}, {"hand", 0}, {"value", hex(last)}, {"request_id", id}});
    while (hear().value("request_id", "") != id) {
    }
  }

  void say(std::uint64_t hand, const fair::Value& value) {
    socket.send({{"action", "client-seed"}, {"hand", hand}, {"value", hex(value)}});
  }
  bool asked() const {
    for (const Json& one : open["seats"])
      if (one["seat"] == game["viewer"]["seat"]) return one["last"] == hex(last);
    return false;
  }
  Json hear() {
    Json message = socket.next();
    const auto action = message.value("action", "");
    if (action == "update-game") game = message["game"];
    if (action == "deal-open") {
      open = message;
      if (chain && gives && asked()) say(message["hand"], last = chain->next());
    }
    if (action == "deal-sealed") sealed = message;
    if (action == "deal-opened") opened[message["hand"]] = message;
    if (action == "card-proofs")
      for (const Json& one : message["proofs"]) proofs[message["hand"]].push_back(read<fair::Proof>(one));
    return message;
  }
  Json until(std::string_view action) {
    for (;;)
      if (Json message = hear(); message.value("action", "") == action) return message;
  }
  std::string street() const { return game["public"]["street"]; }
  bool has_turn() const {
    return !game["viewer"]["legal"].empty() && game["public"]["to_act"] == game["viewer"]["seat"];
  }
  std::vector<fair::Part> parts() const {
    std::vector<fair::Part> all;
    for (const Json& one : sealed["parts"]) all.push_back(read<fair::Part>(one));
    return all;
  }
  // The cards that the newest view shows, as text.
  std::set<std::string> cards_seen() const {
    std::set<std::string> cards;
    const auto add = [&](const Json& list) {
      for (const Json& one : list) cards.insert(one.get<std::string>());
    };
    add(game["viewer"]["hand"]);
    add(game["public"]["board"]);
    for (const Json& one : game["public"]["players"]) add(one["shown"]);
    return cards;
  }
  std::set<std::string> cards_proven(std::uint64_t hand) const {
    std::set<std::string> cards;
    if (const auto found = proofs.find(hand); found != proofs.end())
      for (const fair::Proof& one : found->second) cards.emplace(to_text(one.card));
    return cards;
  }
  bool proofs_hold() const {
    const auto root = read<fair::Hash>(sealed["root"]);
    const auto found = proofs.find(sealed["hand"]);
    if (found == proofs.end()) return false;
    return std::all_of(found->second.begin(), found->second.end(),
                       [&](const fair::Proof& one) { return fair::holds(root, one); });
  }
  bool ever_heard(const std::string& what) const {
    for (const std::string& text : socket.heard())
      if (text.find(what) != std::string::npos) return true;
    return false;
  }
};

class FairDeals : public ::testing::Test {
 protected:
  void open(Site site, Json settings = Json::object()) {
    settings["auto_start"] = false;
    const Player ann = site.guest("Ann");
    table_ = site.open_table(ann, settings);
    sit(site, ann);
    sit(site, site.guest("Bob"));
  }
  void sit(const Site& site, const Player& player) {
    all_.push_back(std::make_unique<Client>(player, site.join(table_, player)));
    Client& one = *all_.back();
    one.socket.send({{"action", "take-seat"}, {"seatID", all_.size() - 1}, {"buyIn", 1000}});
    do one.hear();
    while (one.game.is_null() || one.game["viewer"]["seat"].is_null());
    one.begin_chain(0);
  }
  Client& ann() { return *all_[0]; }
  Client& bob() { return *all_[1]; }
  void start() { ann().socket.send({{"action", "start-game"}}); }
  // Everybody has seen the cards of `hand`.
  void dealt(std::uint64_t hand) {
    for (const auto& one : all_)
      while (one->open.is_null() || one->open["hand"] < hand) one->hear();
    for (const auto& one : all_)
      while (one->sealed.is_null() || one->sealed["hand"] != hand || one->game["public"]["hand"] != hand) one->hear();
  }
  // The turn passes on by `action` until nobody has one.
  void play(std::uint64_t hand, bool fold) {
    for (;;) {
      for (const auto& one : all_)
        while (one->game["version"] < newest_) one->hear();
      Client* turn = nullptr;
      for (const auto& one : all_)
        if (one->has_turn()) turn = one.get();
      if (turn == nullptr || turn->game["public"]["hand"] != hand || turn->street() == "over") return;
      std::string action = "player-fold";
      if (!fold)
        for (const Json& legal : turn->game["viewer"]["legal"])
          if (legal["action"] == "player-check" || legal["action"] == "player-call") action = legal["action"];
      turn->socket.send({{"action", action}, {"request_id", "move-" + std::to_string(++moves_)}});
      newest_ = turn->until("ack")["version"];
    }
  }
  void play_hands(std::uint64_t count, bool fold = false) {
    start();
    for (std::uint64_t hand = 1; hand <= count; ++hand) {
      dealt(hand);
      play(hand, fold);
    }
  }

  std::vector<std::unique_ptr<Client>> all_;
  std::string table_;
  std::uint64_t newest_ = 0;
  int moves_ = 0;
};

TEST_F(FairDeals, are_made_of_the_values_that_the_players_gave_after_the_commitment) {
  House house;
  open(house.site());
  start();
  dealt(1);
  for (const auto& one : all_) {
    EXPECT_EQ(one->open["commitment"], one->sealed["commitment"]);
    ASSERT_EQ(one->parts().size(), 2u);
    EXPECT_EQ(one->parts()[0].value, ann().last);
    EXPECT_EQ(one->parts()[1].value, bob().last);
    EXPECT_TRUE(fair::parts_hold(one->parts()));
  }
  EXPECT_EQ(ann().sealed, bob().sealed);
}

TEST_F(FairDeals, prove_to_each_player_exactly_the_cards_that_it_sees_as_they_come) {
  House house;
  open(house.site());
  start();
  dealt(1);
  for (const auto& one : all_) {
    EXPECT_EQ(one->cards_proven(1).size(), 2u);
    EXPECT_EQ(one->cards_proven(1), one->cards_seen());
  }
  play(1, false);
  for (const auto& one : all_) {
    EXPECT_EQ(one->street(), "over");
    EXPECT_EQ(one->cards_proven(1), one->cards_seen());
    EXPECT_GE(one->cards_proven(1).size(), 7u);
    EXPECT_TRUE(one->proofs_hold());
  }
}

TEST_F(FairDeals, tell_nobody_a_seed_or_the_salt_of_a_card_that_it_does_not_see) {
  House house;
  open(house.site(), {{"audit", "never"}});
  Client watcher({"", "", "", ""}, house.site().watch(table_));
  play_hands(4);
  ann().socket.send({{"action", "close-table"}});
  for (const auto& one : all_) one->until("table-closed");
  while (watcher.hear().value("action", "") != "table-closed") {
  }
  SQLite::Database database(house.database());
  SQLite::Statement states(database, "SELECT state FROM game_states WHERE table_id = ? ORDER BY version");
  states.bind(1, table_);
  std::set<std::uint64_t> hands;
  while (states.executeStep()) {
    const Json state = Json::parse(states.getColumn(0).getString());
    if (state["sealed"].is_null()) continue;
    const std::uint64_t hand = state["sealed"]["hand"];
    const auto seed = read<fair::Value>(state["sealed"]["seed"]);
    hands.insert(hand);
    for (Client* one : {&ann(), &bob(), &watcher}) {
      EXPECT_FALSE(one->ever_heard(hex(seed)));
      std::set<std::uint8_t> proven;
      for (const fair::Proof& proof : one->proofs[hand]) proven.insert(proof.position);
      for (std::uint8_t i = 0; i < 52; ++i) EXPECT_EQ(one->ever_heard(hex(fair::salt_at(seed, i))), proven.contains(i));
    }
    // The watcher sees the board and what is turned up, and no hand that was mucked.
    if (hand > 4) continue;
    EXPECT_GE(watcher.proofs[hand].size(), 5u) << hand;
    EXPECT_LE(watcher.proofs[hand].size(), 9u) << hand;
  }
  EXPECT_GE(hands.size(), 4u);
}

TEST_F(FairDeals, a_mucked_hand_stays_unknown_to_the_others) {
  House house;
  open(house.site());
  start();
  dealt(1);
  Client& folds = ann().has_turn() ? ann() : bob();
  Client& wins = ann().has_turn() ? bob() : ann();
  const auto mucked = folds.cards_proven(1);
  play(1, true);
  while (wins.sealed["hand"] != 2) wins.hear();
  for (const std::string& card : mucked) EXPECT_FALSE(wins.cards_proven(1).contains(card));
  EXPECT_EQ(wins.cards_proven(1).size(), 2u);
}

TEST_F(FairDeals, a_seat_that_gives_no_value_is_left_out_and_counted_and_begins_anew) {
  House house;
  open(house.site());
  bob().gives = false;
  start();
  dealt(1);
  EXPECT_TRUE(ann().parts()[0].value);
  EXPECT_FALSE(ann().parts()[1].value);
  EXPECT_EQ(ann().game["seats"][1]["left_out"], 1);
  EXPECT_FALSE(ann().game["seats"][0].contains("left_out"));
  bob().gives = true;
  bob().begin_chain(1);
  play(1, true);
  dealt(2);
  EXPECT_EQ(ann().parts()[1].value, bob().last);
}

TEST_F(FairDeals, a_value_that_comes_too_late_is_refused_and_said_so) {
  House house;
  open(house.site());
  bob().gives = false;
  start();
  dealt(1);
  bob().socket.send(
      {{"action", "client-seed"}, {"hand", 1}, {"value", hex(bob().chain->next())}, {"request_id", "late"}});
  const Json refused = bob().socket.until([](const Json& m) { return m.value("request_id", "") == "late"; });
  EXPECT_EQ(refused["action"], "error");
  EXPECT_EQ(refused["reason"], "stale");
}

TEST_F(FairDeals, a_value_that_is_acknowledged_is_dealt_with) {
  House house;
  open(house.site());
  bob().gives = false;
  start();
  bob().until("deal-open");
  bob().last = bob().chain->next();
  bob().socket.send({{"action", "client-seed"}, {"hand", 1}, {"value", hex(bob().last)}, {"request_id", "seed"}});
  while (bob().hear().value("request_id", "") != "seed") {
  }
  dealt(1);
  EXPECT_EQ(ann().parts()[1].value, bob().last);
}

TEST_F(FairDeals, a_wrong_value_goes_into_no_deal) {
  House house;
  open(house.site());
  bob().gives = false;
  start();
  bob().until("deal-open");
  const fair::Value wrong = core::derive({}, "wrong", 0);
  bob().say(1, wrong);
  dealt(1);
  EXPECT_FALSE(ann().parts()[1].value);
  EXPECT_EQ(ann().game["seats"][1]["left_out"], 1);
}

TEST_F(FairDeals, who_comes_back_in_mid_hand_is_told_the_deal_and_the_proofs_again) {
  House house;
  open(house.site());
  start();
  dealt(1);
  const Json sealed = bob().sealed;
  const auto proven = bob().cards_proven(1);
  bob().socket.cut();
  Client back(bob().player, house.site().join(table_, bob().player));
  back.socket.send({{"action", "join-table"}});
  back.until("update-game");
  EXPECT_EQ(back.sealed, sealed);
  EXPECT_EQ(back.cards_proven(1), proven);
  EXPECT_TRUE(back.proofs_hold());
}

TEST_F(FairDeals, who_comes_back_between_hands_is_asked_for_its_value_again) {
  House house;
  open(house.site(), {{"deal_pause", 300}});
  start();
  dealt(1);
  bob().gives = false;
  play(1, true);
  while (bob().open["hand"] != 2) bob().hear();
  const Json open = bob().open;
  bob().socket.cut();
  auto back =
      std::make_unique<Client>(bob().player, Socket(house.site().port(), "/ws/table/" + table_, bob().player.bearer()));
  back->socket.send({{"action", "join-table"}});
  back->until("deal-open");
  EXPECT_EQ(back->open, open);
}

TEST_F(FairDeals, a_spectator_gets_the_proofs_of_what_everybody_sees) {
  House house;
  open(house.site());
  start();
  dealt(1);
  Client watcher({"", "", "", ""}, Socket(house.site().port(), "/ws/table/" + table_));
  watcher.socket.send({{"action", "join-table"}});
  watcher.until("update-game");
  EXPECT_EQ(watcher.sealed, ann().sealed);
  EXPECT_TRUE(watcher.proofs.empty());
  play(1, false);
  while (watcher.street() != "over") watcher.hear();
  EXPECT_EQ(watcher.cards_proven(1), watcher.cards_seen());
  EXPECT_TRUE(watcher.proofs_hold());
}

TEST_F(FairDeals, open_every_seed_when_the_table_closes_if_that_was_promised) {
  House house;
  open(house.site(), {{"audit", "at_close"}});
  std::map<std::uint64_t, std::vector<fair::Part>> parts;
  std::map<std::uint64_t, fair::Hash> roots;
  start();
  for (std::uint64_t hand = 1; hand <= 5; ++hand) {
    dealt(hand);
    parts[hand] = ann().parts();
    roots[hand] = read<fair::Hash>(ann().sealed["root"]);
    EXPECT_TRUE(ann().opened.empty());
    play(hand, true);
  }
  dealt(6);
  ann().socket.send({{"action", "close-table"}});
  ann().until("table-closed");
  while (ann().opened.size() < 6) ann().hear();
  for (const auto& [hand, root] : roots) {
    const auto seed = read<fair::Value>(ann().opened.at(hand)["seed"]);
    const auto key = fair::deal_key(table_, hand, parts[hand], fair::hash_of(seed), seed);
    EXPECT_EQ(fair::Tree(cards::shuffled_deck(key), seed).root(), root);
  }
}

TEST_F(FairDeals, survive_a_killed_server_between_opening_and_deal) {
  Folder folder;
  const std::string database = (folder / "baize.db").string();
  std::optional<ChildServer> server;
  server.emplace(std::vector<std::string>{"--db", database});
  open(server->site());
  bob().gives = false;
  start();
  for (const auto& one : all_) one->until("deal-open");
  const Json open = ann().open;
  server->kill();
  server.emplace(std::vector<std::string>{"--db", database});
  for (const auto& one : all_) {
    one->socket = Socket(server->site().port(), "/ws/table/" + table_, one->player.bearer());
    one->gives = false;
    one->socket.send({{"action", "join-table"}});
    one->until("deal-open");
    EXPECT_EQ(one->open, open) << "the same commitment to the same seed, for the same chains";
  }
  ann().say(1, ann().last);
  bob().say(1, bob().last = bob().chain->next());
  for (const auto& one : all_) one->sealed = nullptr;
  dealt(1);
  EXPECT_EQ(ann().parts()[0].value, ann().last);
  EXPECT_EQ(ann().parts()[1].value, bob().last);
  EXPECT_TRUE(ann().proofs_hold());
  server->kill();
  const auto replayed = run_baize({"replay", database, table_});
  EXPECT_EQ(replayed.code, 0) << replayed.output;
}

TEST_F(FairDeals, are_replayed_from_the_log_with_every_hash) {
  House house;
  open(house.site());
  play_hands(6, true);
  house.stop();
  const auto replayed = run_baize({"replay", house.database(), table_});
  EXPECT_EQ(replayed.code, 0) << replayed.output;
}

}  // namespace
}  // namespace baize::server::testing
