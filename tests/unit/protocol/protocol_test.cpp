#include <gtest/gtest.h>

#include "core/json_write.h"
#include "games/holdem/game.h"
#include "protocol/client_codec.h"
#include "protocol/commands.h"
#include "protocol/http_messages.h"
#include "protocol/server_codec.h"
#include "protocol/snapshot.h"

namespace baize::protocol {
namespace {

using core::Reason;
namespace holdem = games::holdem;

Reason refused(std::string_view text) {
  const auto message = decode_client_message(text, "holdem");
  EXPECT_FALSE(message) << text;
  return message ? Reason::restarting : message.error().error.reason;
}

std::string encoded_again(std::string_view text) {
  const auto message = decode_client_message(text, "holdem");
  return message ? encode(*message) : message.error().error.message;
}

TEST(ClientCodec, reads_what_it_writes) {
  for (const char* text : {
           R"({"action":"join-table"})",
           R"({"action":"join-table","delta":true,"passphrase":"open"})",
           R"({"action":"take-seat","seatID":3,"buyIn":1000,"request_id":"r1","version":7})",
           R"({"action":"player-raise","amount":200,"request_id":"r2","version":9})",
           R"({"action":"player-fold"})",
           R"({"action":"update-settings","settings":{"big_blind":20}})",
           R"({"action":"add-bot","strength":"hard"})",
           R"({"action":"ping","t":12})",
       })
    EXPECT_EQ(encoded_again(text), text);
}

TEST(ClientCodec, understands_the_spellings_of_older_clients) {
  EXPECT_EQ(encoded_again(R"({"type":"action","action":"raise","amount":200})"),
            R"({"action":"player-raise","amount":200})");
  EXPECT_EQ(encoded_again(R"({"type":"action","action":{"type":"raise","amount":200}})"),
            R"({"action":"player-raise","amount":200})");
  EXPECT_EQ(encoded_again(R"({"type":"action","action":"all_in"})"), R"({"action":"player-all-in"})");
  EXPECT_EQ(encoded_again(R"({"type":"Spectate"})"), R"({"action":"join-table"})");
  EXPECT_EQ(encoded_again(R"({"type":"leave"})"), R"({"action":"leave-table"})");
  EXPECT_EQ(encoded_again(R"({"type":"stop_spectating"})"), R"({"action":"stop-spectating"})");
  const auto join = decode_client_message(R"({"type":"Join","player":"x"})", "holdem");
  ASSERT_FALSE(join);
  EXPECT_NE(join.error().error.message.find("POST /api/tables/{id}/join"), std::string::npos);
}

TEST(ClientCodec, says_why_it_refuses_a_message) {
  EXPECT_EQ(refused("hello"), Reason::malformed);
  EXPECT_EQ(refused("[]"), Reason::malformed);
  EXPECT_EQ(refused("{}"), Reason::malformed);
  EXPECT_EQ(refused(R"({"action":7})"), Reason::malformed);
  EXPECT_EQ(refused(R"({"action":"dance"})"), Reason::unknown_action);
  EXPECT_EQ(refused(R"({"action":"player-dance"})"), Reason::unknown_action);
  EXPECT_EQ(refused(R"({"type":"action","action":"dance"})"), Reason::unknown_action);
  EXPECT_EQ(refused(R"({"action":"player-raise"})"), Reason::invalid_field);
  EXPECT_EQ(refused(R"({"action":"player-raise","amount":-5})"), Reason::invalid_amount);
  EXPECT_EQ(refused(R"({"action":"player-raise","amount":100.5})"), Reason::invalid_amount);
  EXPECT_EQ(refused(R"({"action":"player-raise","amount":18446744073709551615})"), Reason::invalid_amount);
  EXPECT_EQ(refused(R"({"action":"take-seat","seatID":300,"buyIn":1})"), Reason::invalid_field);
}

TEST(ClientCodec, names_the_request_it_refuses) {
  const auto message = decode_client_message(R"({"action":"dance","request_id":"r9"})", "holdem");
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().request_id, core::RequestId("r9"));
}

TEST(ServerCodec, splices_a_view_into_the_same_text_as_encoding_it_whole) {
  const auto settings = *table::default_settings("holdem");
  const Uuid ann("aaaaaaaa-0000-4000-8000-000000000001");
  auto state = table::open({core::TableId("t1"), core::Name("Friday \"night\""), ann, false, settings, 1000});
  state = table::apply(state, {ann, 1001, table::TakeSeat{core::Name("Ann"), 2, Chips{500}}})->state;
  const auto view = table::view(state, ann);
  const std::string whole = encode(ServerMessage{UpdateGame{"game_view", state.version, 1234, view}});
  EXPECT_EQ(encode_update(encode_public(view.shared.value), state.version, view.viewer, 1234), whole);

  const auto back = decode_server_message(whole);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(std::get<UpdateGame>(*back).game, view);
}

// A client message in binary whose text is `text`.
std::string binary_line(std::string_view text) {
  SendMessage line;
  line.message = text;
  return encode(ClientMessage{core::RequestId("r1"), 7, TableVerb{line}}, Wire::cereal);
}

TEST(BinaryForm, holds_every_client_message) {
  for (const char* text : {
           R"({"action":"join-table","passphrase":"open"})",
           R"({"action":"take-seat","seatID":3,"buyIn":1000,"request_id":"r1","version":7})",
           R"({"action":"player-raise","amount":200,"request_id":"r2","version":9})",
           R"({"action":"update-settings","settings":{"big_blind":20}})",
           R"({"action":"ping","t":12})",
       }) {
    const auto message = decode_client_message(text, "holdem");
    ASSERT_TRUE(message) << text;
    const auto again = decode_client_message(encode(*message, Wire::cereal), "holdem", Wire::cereal);
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(*again, *message);
  }
}

TEST(BinaryForm, lets_in_no_text_that_is_not_utf_8_and_nothing_cut_or_trailing) {
  const auto reads = [](std::string_view frame) {
    return decode_client_message(frame, "holdem", Wire::cereal).has_value();
  };
  EXPECT_TRUE(reads(binary_line("Grüße")));
  EXPECT_FALSE(reads(binary_line("\xc3")));
  EXPECT_FALSE(reads(binary_line("\xed\xa0\x80")));
  const std::string whole = binary_line("hello");
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(reads(whole.substr(0, size)));
  EXPECT_FALSE(reads(whole + '\0'));
}

TEST(BinaryForm, refuses_the_move_of_a_game_that_is_not_played_here) {
  const auto move = decode_client_message(R"({"action":"player-fold"})", "holdem");
  ASSERT_TRUE(move);
  const auto read = decode_client_message(encode(*move, Wire::cereal), "another", Wire::cereal);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().error.reason, Reason::unknown_action);
}

TEST(BinaryForm, splices_a_view_into_the_same_bytes_as_encoding_it_whole) {
  UpdateGame whole;
  whole.version = 300;
  whole.now = 1'700'000'000'000;
  whole.game.shared.value.version = 300;
  whole.game.shared.value.table.name = core::Name("Friday");
  whole.game.viewer.owner = true;
  const auto shared = encode_public(whole.game.shared.value, Wire::cereal);
  const auto spliced = encode_update(shared, whole.version, whole.game.viewer, whole.now, Wire::cereal);
  EXPECT_EQ(spliced, encode(whole, Wire::cereal));
  const auto read = decode_server_message(spliced, Wire::cereal);
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<UpdateGame>(*read), whole);
}

TEST(Snapshots, are_spliced_to_what_encoding_them_whole_gives) {
  const Uuid ann("aaaaaaaa-0000-4000-8000-000000000001");
  auto state = table::open({core::TableId("t1"), core::Name("t"), ann, false, *table::default_settings("holdem"), 1});
  state = table::apply(state, {ann, 2, table::TakeSeat{core::Name("Ann"), 0, Chips{500}}})->state;
  const Uuid bob("bbbbbbbb-0000-4000-8000-000000000002");
  state = table::apply(state, {bob, 3, table::TakeSeat{core::Name("Bob"), 1, Chips{500}}})->state;
  state = table::apply(state, {{}, *state.due, table::Tick{state.decision, core::derive({}, "deal", 1)}})->state;
  const auto shared = shared_snapshot(table::public_view(state));
  for (const Uuid& viewer : {ann, bob, Uuid()}) {
    const auto own = own_snapshot(state, viewer);
    EXPECT_EQ(own.viewer_hand.has_value(), !viewer.empty());
    const auto ends = encode_snapshot_ends(own);
    EXPECT_EQ(ends.head + encode_shared(shared) + ends.tail, encode(StreamSnapshot{{shared, {own}}, own.viewer.seat}));
  }
}

TEST(Http, table_summary_survives_the_way_to_the_client) {
  TableSummary summary;
  summary.settings = *table::default_settings("holdem");
  summary.game = "holdem";
  const std::string text = core::to_json(summary);
  EXPECT_NE(text.find(R"("small_blind":5)"), std::string::npos) << text;
  EXPECT_EQ(*core::from_json_text<TableSummary>(text), summary);
}

TEST(Names, are_1_to_24_printable_characters) {
  EXPECT_EQ(player_name("  Zoë ")->view(), "Zoë");
  EXPECT_TRUE(player_name("日本語の名前がここにある"));
  EXPECT_FALSE(player_name("   "));
  EXPECT_FALSE(player_name("1234567890123456789012345"));
  EXPECT_FALSE(player_name("line\nbreak"));
  EXPECT_FALSE(player_name("\xc3"));
  EXPECT_FALSE(player_name("\xed\xa0\x80"));
  EXPECT_FALSE(player_name("\xf5\x80\x80\x80"));
  EXPECT_FALSE(player_name("right\xe2\x80\xaeleft"));
  EXPECT_FALSE(spoken_text(std::string(501, 'x'), k_max_chat));
  EXPECT_TRUE(spoken_text(std::string(500, 'x'), k_max_chat));
}

TEST(Commands, give_a_new_bot_a_free_seat_a_free_name_and_a_proper_uuid) {
  const auto settings = *table::default_settings("holdem");
  const Uuid ann("aaaaaaaa-0000-4000-8000-000000000001");
  auto state = table::open({core::TableId("t1"), core::Name("t"), ann, false, settings, 1});
  for (std::uint64_t i = 0; i < 6; ++i) {
    const Asker asker{ann, core::Name("Ann"), 2, core::derive({}, "bots", i), {}};
    const auto action = table_action(state, TableVerb{AddBot{}}, asker);
    ASSERT_TRUE(action && *action);
    auto outcome = table::apply(state, **action);
    ASSERT_TRUE(outcome) << outcome.error().message;
    state = outcome->state;
    EXPECT_EQ(state.sitters.back().uuid.view().size(), 36u);
  }
  const Asker asker{ann, core::Name("Ann"), 2, core::derive({}, "bots", 9), {}};
  EXPECT_EQ(table_action(state, TableVerb{AddBot{}}, asker)->error().reason, Reason::table_full);
}

TEST(Commands, find_a_seat_for_who_asks_for_none_in_particular) {
  const Uuid ann("aaaaaaaa-0000-4000-8000-000000000001");
  const Uuid bob("bbbbbbbb-0000-4000-8000-000000000002");
  auto state = table::open({core::TableId("t1"), core::Name("t"), ann, false, *table::default_settings("holdem"), 1});
  const auto message = decode_client_message(R"({"action":"take-seat","buyIn":500})", "holdem");
  ASSERT_TRUE(message);
  for (const Uuid& one : {ann, bob}) {
    const auto action = table_action(state, message->verb, {one, core::Name(one == ann ? "Ann" : "Bob"), 2, {}, {}});
    ASSERT_TRUE(action && *action);
    state = table::apply(state, **action)->state;
  }
  EXPECT_EQ(table::sitter(state, ann)->seat, 0);
  EXPECT_EQ(table::sitter(state, bob)->seat, 1);
}

TEST(Consequences, tell_each_viewer_only_its_own_cards) {
  const auto settings = *table::default_settings("holdem");
  const Uuid ann("aaaaaaaa-0000-4000-8000-000000000001");
  const Uuid bob("bbbbbbbb-0000-4000-8000-000000000002");
  auto state = table::open({core::TableId("t1"), core::Name("t"), ann, false, settings, 1});
  state = table::apply(state, {ann, 2, table::TakeSeat{core::Name("Ann"), 0, Chips{500}}})->state;
  state = table::apply(state, {bob, 3, table::TakeSeat{core::Name("Bob"), 1, Chips{500}}})->state;
  const auto dealt = table::apply(state, {{}, *state.due, table::Tick{state.decision, core::derive({}, "deal", 1)}});
  ASSERT_TRUE(dealt);
  const auto cards_told = [&](const Uuid& uuid) {
    std::size_t cards = 0;
    for (const auto& message : consequences(state, *dealt, uuid))
      if (const auto* happened = std::get_if<GameEvent>(&message))
        for (const auto& event : std::get<games::EventsOf<holdem::Game>>(happened->events.value).events)
          if (const auto* hole = std::get_if<holdem::Dealt>(&event)) cards += hole->cards.size();
    return cards;
  };
  EXPECT_EQ(cards_told(ann), 2u);
  EXPECT_EQ(cards_told(bob), 2u);
  EXPECT_EQ(cards_told(Uuid("cccccccc-0000-4000-8000-000000000003")), 0u);
}

}  // namespace
}  // namespace baize::protocol
