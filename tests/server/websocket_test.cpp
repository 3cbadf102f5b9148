// The framing of RFC 6455, case by case: each sends bytes of its own making over a bare connection and reads every
// frame that comes back. The sections are those of the RFC.
#include <gtest/gtest.h>

#include "server/websocket_case.h"

namespace baize::server::testing {
namespace {

using WebSocket = WebSocketCase;

// Section 4.2

TEST_F(WebSocket, the_upgrade_is_answered_with_the_hash_of_its_key) {
  const Conversation told = say({k_bye});
  EXPECT_NE(told.head.find("HTTP/1.1 101"), std::string::npos);
  EXPECT_NE(told.head.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), std::string::npos) << told.head;
  EXPECT_EQ(told.close_code(), 1000);
}

TEST_F(WebSocket, an_upgrade_that_lacks_something_is_refused) {
  const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  const std::string usual = "Upgrade: websocket\r\nConnection: Upgrade, close\r\n";
  for (const std::string& fields :
       {usual + "Sec-WebSocket-Version: 13\r\n", usual + key, usual + key + "Sec-WebSocket-Version: 8\r\n"}) {
    const auto answer = raw_exchange(house_.site().port(), upgrade(fields));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 4")) << answer;
  }
}

// Section 5.1

TEST_F(WebSocket, a_frame_without_a_mask_ends_the_connection) {
  for (const std::uint8_t opcode : {k_text, k_binary, k_ping, k_close}) {
    Frame frame{opcode, "{}"};
    frame.masked = false;
    expect_failed({frame}, 1002, "opcode " + std::to_string(opcode));
  }
}

// Section 5.2

TEST_F(WebSocket, reserved_bits_end_the_connection) {
  for (std::uint8_t bits = 1; bits < 8; ++bits) {
    for (const std::uint8_t opcode : {k_text, k_ping}) {
      Frame frame{opcode, k_ask};
      frame.reserved = bits;
      expect_failed({frame}, 1002, "bits " + std::to_string(bits));
    }
  }
}

TEST_F(WebSocket, reserved_opcodes_end_the_connection) {
  for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    expect_failed({{static_cast<std::uint8_t>(opcode), "{}"}}, 1002, "opcode " + std::to_string(opcode));
}

TEST_F(WebSocket, a_length_takes_the_fewest_bytes_that_will_do) {
  for (const int bytes : {3, 9}) {
    Frame frame{k_text, k_ask};
    frame.length_bytes = bytes;
    expect_failed({frame}, 1002, std::to_string(bytes) + " bytes");
  }
  // A length of 2^63, of which nothing follows.
  const std::string endless("\x81\xff\x80\0\0\0\0\0\0\0\x37\xfa\x21\x3d", 14);
  const int code = read_conversation(raw_exchange(house_.site().port(), usual(), endless)).close_code();
  EXPECT_TRUE(code == 1002 || code == 1009) << code;
}

TEST_F(WebSocket, messages_of_every_length_around_the_borders_are_understood) {
  for (const std::size_t size : {60u, 125u, 126u, 127u, 128u, 4096u, 65535u, 65536u}) {
    const std::string head = R"({"action":"ping","t":7,"words":")";
    expect_understood({{k_text, head + std::string(size - head.size() - 2, 'x') + "\"}"}}, std::to_string(size));
  }
  expect_failed({{k_text, std::string(65537, ' ')}}, 1009, "one more");
  Frame begun{k_text, std::string(40000, ' ')};
  begun.last = false;
  expect_failed({begun, {k_continuation, std::string(40000, ' ')}}, 1009, "in two parts");
}

// Section 5.4

TEST_F(WebSocket, a_message_may_be_cut_anywhere) {
  for (std::size_t cut = 0; cut <= k_ask.size(); ++cut) {
    Frame begun{k_text, k_ask.substr(0, cut)};
    begun.last = false;
    expect_understood({begun, {k_continuation, k_ask.substr(cut)}}, "cut at " + std::to_string(cut));
  }
  std::vector<Frame> crumbs;
  for (const char byte : k_ask) {
    Frame crumb{crumbs.empty() ? k_text : k_continuation, std::string(1, byte)};
    crumb.last = false;
    crumbs.push_back(crumb);
  }
  crumbs.push_back({k_continuation, ""});
  expect_understood(crumbs, "byte by byte");
}

TEST_F(WebSocket, control_frames_may_come_between_the_parts_of_a_message) {
  Frame begun{k_text, k_ask.substr(0, 9)};
  begun.last = false;
  const Conversation told =
      say({begun, {k_ping, "are you there"}, {k_pong, "nobody asked"}, {k_continuation, k_ask.substr(9)}, k_bye});
  EXPECT_EQ(told.payloads(k_pong), std::vector<std::string>{"are you there"});
  EXPECT_EQ(told.payloads(k_text).size(), 1u);
  EXPECT_EQ(told.close_code(), 1000);
}

TEST_F(WebSocket, parts_out_of_order_end_the_connection) {
  Frame begun{k_text, "{"};
  begun.last = false;
  expect_failed({{k_continuation, "}"}}, 1002, "nothing to continue");
  expect_failed({begun, {k_text, "}"}}, 1002, "a message within a message");
  Frame more{k_continuation, ""};
  more.last = false;
  expect_failed({begun, more, {k_binary, "}"}}, 1002, "the same after an empty part");
}

// Section 5.5

TEST_F(WebSocket, a_ping_is_answered_with_what_it_brought) {
  for (const std::string& words : {std::string(), std::string("x"), std::string(125, '\xfe'), std::string("\0\1", 2)})
    EXPECT_EQ(say({{k_ping, words}, k_bye}).payloads(k_pong), std::vector<std::string>{words});
  const Conversation told = say({{k_ping, "1"}, {k_ping, "2"}, {k_ping, "3"}, k_bye});
  EXPECT_EQ(told.payloads(k_pong).back(), "3");
}

TEST_F(WebSocket, control_frames_are_short_and_whole) {
  for (const std::uint8_t opcode : {k_ping, k_pong, k_close}) {
    expect_failed({{opcode, close_payload(1000) + std::string(124, 'x')}}, 1002, "126 bytes");
    Frame part{opcode, close_payload(1000)};
    part.last = false;
    expect_failed({part}, 1002, "in parts");
  }
}

TEST_F(WebSocket, a_close_is_answered_and_nothing_is_heard_behind_it) {
  EXPECT_EQ(say({{k_close, ""}}).close_code(), 1000);
  EXPECT_EQ(say({{k_close, close_payload(1000, "gone for a walk")}}).close_code(), 1000);
  const Conversation told = say({k_bye, {k_text, k_ask}});
  EXPECT_TRUE(told.payloads(k_text).empty());
}

// Section 7.4

TEST_F(WebSocket, close_codes_are_those_that_may_stand_on_the_wire) {
  for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    EXPECT_EQ(say({{k_close, close_payload(code)}}).close_code(), code);
  for (const int code : {0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999})
    expect_failed({{k_close, close_payload(code)}}, 1002, std::to_string(code));
  expect_failed({{k_close, "x"}}, 1002, "half a code");
}

// Section 8.1

TEST_F(WebSocket, text_that_is_not_utf_8_ends_the_connection) {
  const std::vector<std::string> broken = {"\x80",              // continues nothing
                                           "\xc3",              // ends too early
                                           "\xc0\xaf",          // longer than it needs to be
                                           "\xe0\x80\xaf",      //
                                           "\xed\xa0\x80",      // half of a surrogate pair
                                           "\xf4\x90\x80\x80",  // above U+10FFFF
                                           "\xf8\x88\x80\x80\x80",
                                           "\xfe",
                                           "\xff",
                                           "κόσμε\xed\xa0\x80 edited"};
  for (const std::string& text : broken) {
    expect_failed({{k_text, text}}, 1007, Json(text).dump(-1, ' ', true, Json::error_handler_t::replace));
    // At the first part that cannot become text any more, without waiting for the last.
    Frame begun{k_text, text + "   "};
    begun.last = false;
    expect_failed({begun}, 1007, "in parts");
    // Cut inside the sequence, so that neither part is wrong without the other.
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
      begun.payload = text.substr(0, cut);
      expect_failed({begun, {k_continuation, text.substr(cut)}}, 1007, "cut at " + std::to_string(cut));
    }
  }
  expect_failed({{k_close, close_payload(1000, "\xff")}}, 1002, "as a reason");
}

TEST_F(WebSocket, bytes_in_a_text_conversation_are_refused_in_words_and_the_conversation_goes_on) {
  const Conversation told = say({{k_binary, "\x01\x02"}, {k_text, ""}, {k_text, k_ask}, k_bye});
  const auto answers = told.payloads(k_text);
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(Json::parse(answers[0])["reason"], "malformed");
  EXPECT_EQ(Json::parse(answers[1])["reason"], "malformed");
  EXPECT_EQ(Json::parse(answers[2])["action"], "pong");
}

}  // namespace
}  // namespace baize::server::testing
