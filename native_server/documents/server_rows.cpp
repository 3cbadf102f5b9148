#include "documents/rows.h"
#include "protocol/server_messages.h"
#include "protocol/snapshot.h"
#include "table/table.h"

namespace baize::server::documents {

namespace {

using namespace protocol;

const core::Uuid k_ann("a0000000-0000-4000-8000-000000000001");
const core::Uuid k_bob("b0b00000-0000-4000-8000-000000000002");
const core::RequestId k_request("r-17");
const core::Digest k_digest = core::sha256("a value");
constexpr core::TimeMs k_then = 1'700'000'000'000;

// A table that waits for players, of the first game there is.
table::State example_table() {
  const auto settings = table::default_settings(games::describe_games().front().id);
  return table::open({core::TableId("north"), core::Name("North"), k_ann, false, *settings, k_then});
}

// Another form of update-game.
constexpr std::string_view k_delta = "update-game.game_delta";

void add_game(Rows& rows) {
  const table::State table = example_table();
  rows.add(UpdatePlayerUuid{k_ann}, "Who this connection is at this table; comes before the first view.");
  rows.add(UpdateGame{"game_view", table.version, k_then, table::view(table, k_ann)},
           "The newest version of the table, as this viewer may see it.");
  rows.add(GameDelta{"game_delta",
                     13,
                     12,
                     k_then,
                     {R"([{"op":"replace","path":"/version","value":13},)"
                      R"({"op":"replace","path":"/viewer/owner","value":false}])"}},
           "To who asked for it by join-table: what changed since the view `base`, as a JSON Patch (RFC 6902) of its "
           "`game`. Where the base is another one, or the patch fails, join-table brings a whole view.",
           k_delta);
  rows.add(Batch{k_then, {core::to_json(std::vector<ServerMessage>{Presence{{k_ann}, 1}, GamePaused{k_ann}})}},
           "To who asked for it by join-table: messages of any kind but this one in their order, at most 10 that fell "
           "within 50 ms. What somebody waits for (an answer, a turn, a notice) does not wait.");
  GameEvent happened;
  happened.version = 12;
  happened.table = {table::SeatTaken{2, k_bob, core::Name("Bob"), core::Chips{500}}};
  rows.add(happened, "What happened on the way to a version: the game's events, then the table's.");
  rows.add(Notification{Notice::your_turn, "It is your turn."},
           "Something that a player should notice at once. `time-low`: the player's time bank runs, where the game has "
           "one; `blinds-up`: a tournament's next level has begun.");
  rows.add(GamePaused{k_ann}, "The game stands still.");
  rows.add(GameResumed{k_ann}, "It goes on.");
  rows.add(TableClosed{"The owner has closed the table."}, "The table is gone.");
}

void add_answers(Rows& rows) {
  rows.add(Ack{k_request, 12}, "The request was accepted and is durable.");
  rows.add(error_message(core::Reason::not_your_turn, k_request), "It was refused; nothing has changed.");
  rows.add(Pong{k_then, k_then + 20}, "Answers a ping.");
  rows.add(Guest{"<access token>", "<refresh token>", {k_ann, core::Name("Ann"), true}},
           "An anonymous spectator has become a guest by new-player.");
  rows.add(ServerRestarting{5000}, "The server goes down and comes back; the client comes back by itself.");
}

void add_people(Rows& rows) {
  rows.add(NewMessage{k_bob, "Bob", "Nice hand!", k_then}, "A line of chat; the last 100 come when one joins.");
  rows.add(NewLog{k_bob, "Bob takes seat 3 with 500.", k_then}, "A line of the activity log; the last 100 at first.");
  rows.add(Presence{{k_ann, k_bob}, 3}, "Who is connected, and how many watch besides.");
  rows.add(PendingPlayersUpdate{"pending_players_update", {{k_bob, core::Name("Bob"), 2, core::Chips{500}}}},
           "To the owner: who waits for a seat.");
  rows.add(IsPendingPlayer{"is_pending_player", true}, "To the player: whether a request waits.");
}

void add_fair_deal(Rows& rows) {
  rows.add(table::DealOpen{7, k_digest, {{0, k_digest}, {2, k_digest}}, {}, 0},
           "A deal opens: the house's commitment, and the seats whose values it waits for.");
  rows.add(table::DealSealed{7, k_digest, k_digest, {}}, "The cards are fixed: the root of the deck, and the values.");
  rows.add(table::DealOpened{7, k_digest}, "An audited hand's seed: everybody can make its deck.");
  rows.add(CardProofs{7, {}}, "To one viewer: its cards, each proven against the root.");
}

}  // namespace

std::vector<Message> server_messages(core::SchemaDefinitions& named) {
  Rows rows(named);
  add_game(rows);
  add_answers(rows);
  add_people(rows);
  add_fair_deal(rows);
  rows.check_complete<boost::mp11::mp_push_back<ServerMessage, GameDelta, Batch>>();
  return rows.take();
}

std::vector<Message> stream_messages(core::SchemaDefinitions& named) {
  const table::State table = example_table();
  Rows rows(named);
  rows.add(StreamOpened{}, "The stream is open.");
  rows.add(StreamSnapshot{{shared_snapshot(table::public_view(table)), {own_snapshot(table, k_ann)}}, {}},
           "The table as this viewer may see it, at once and on every change.");
  rows.add(error_message({core::Reason::too_many, "Too many messages. Try again in 3 seconds."}),
           "The reader has sent too much, which was not heard.");
  rows.check_complete<boost::mp11::mp_push_back<StreamMessage, ErrorMessage>>();
  return rows.take();
}

}  // namespace baize::server::documents
