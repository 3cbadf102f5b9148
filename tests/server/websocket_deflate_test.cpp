// The framing of messages where permessage-deflate is agreed on, case by case. The sections are those of RFC 7692.
#include <gtest/gtest.h>

#include <fstream>

#include "server/deflate.h"
#include "server/websocket_case.h"

namespace baize::server::testing {
namespace {

constexpr std::uint8_t k_rsv1 = 4;

Frame packed(std::string payload) {
  Frame frame{k_text, std::move(payload)};
  frame.reserved = k_rsv1;
  return frame;
}

Frame begin(Frame frame) {
  frame.last = false;
  return frame;
}

// The most memory that this process has had since it was asked to forget, in bytes.
void forget_peak() {
  std::ofstream refs("/proc/self/clear_refs");
  if (!(refs << 5 << std::flush)) throw std::runtime_error("the system does not forget how much memory there was");
}
std::size_t peak_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (std::size_t kilobytes = 0; word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
  throw std::runtime_error("the system does not say how much memory there is");
}

class Deflate : public WebSocketCase {
 protected:
  Conversation say(const std::vector<Frame>& frames, const std::string& parameters = {}) const {
    return WebSocketCase::say(frames, "Sec-WebSocket-Extensions: permessage-deflate" + parameters + "\r\n");
  }
  // Each of `count` messages in these frames is a ping, and its answer comes whole.
  void expect_understood(std::vector<Frame> frames, const std::string& what, std::size_t count = 1) const {
    frames.push_back(k_bye);
    const Conversation told = say(frames);
    const auto answers = unpacked(told);
    EXPECT_EQ(answers.size(), count) << what;
    for (const std::string& one : answers) EXPECT_EQ(Json::parse(one)["action"], "pong") << what << ": " << one;
    EXPECT_EQ(told.close_code(), 1000) << what;
    EXPECT_EQ(told.rest, "") << what;
  }
  void expect_failed(const std::vector<Frame>& frames, int code, const std::string& what) const {
    WebSocketCase::expect_failed(frames, code, what, "Sec-WebSocket-Extensions: permessage-deflate\r\n");
  }
};

// Section 7.1

TEST_F(Deflate, is_agreed_on_with_the_windows_that_were_asked_for) {
  EXPECT_NE(say({k_bye}).head.find("permessage-deflate"), std::string::npos);
  const std::string small = "; client_max_window_bits; server_max_window_bits=10";
  const std::string head = say({k_bye}, small).head;
  EXPECT_NE(head.find("server_max_window_bits=10"), std::string::npos) << head;
  EXPECT_NE(head.find("client_max_window_bits=9"), std::string::npos) << head;
  // A message that repeats itself over farther than either window.
  Packer client(9);
  std::vector<Frame> frames;
  for (int i = 0; i < 8; ++i) frames.push_back(packed(client.message(k_ask + std::string(3'000, ' '))));
  frames.push_back(k_bye);
  const Conversation told = say(frames, small);
  EXPECT_EQ(unpacked(told).size(), 8u);
  EXPECT_EQ(told.close_code(), 1000);
}

// Section 6: RSV1 on the first frame of a message, and nowhere else

TEST_F(Deflate, other_reserved_bits_still_end_the_connection) {
  for (std::uint8_t bits = 1; bits < 8; ++bits) {
    Frame ping{k_ping, "x"};
    ping.reserved = bits;
    expect_failed({ping}, 1002, "a ping with bits " + std::to_string(bits));
    if (bits == k_rsv1) continue;
    Frame text{k_text, Packer().message(k_ask)};
    text.reserved = bits;
    expect_failed({text}, 1002, "a text with bits " + std::to_string(bits));
  }
}

TEST_F(Deflate, a_part_that_says_again_that_it_is_compressed_ends_the_connection) {
  const std::string message = Packer().message(k_ask);
  for (std::uint8_t bits = 1; bits < 8; ++bits) {
    Frame more{k_continuation, message.substr(5)};
    more.reserved = bits;
    expect_failed({begin(packed(message.substr(0, 5))), more}, 1002, "of a compressed message");
    more.payload = k_ask.substr(5);
    expect_failed({begin({k_text, k_ask.substr(0, 5)}), more}, 1002, "of one that is not");
  }
}

// Section 7.2.2

TEST_F(Deflate, every_shape_of_a_compressed_message_is_understood) {
  expect_understood({packed(Packer().message(k_ask))}, "one block");
  expect_understood({packed(stored(k_ask))}, "not compressed");
  expect_understood({packed(Packer().in_two_blocks(k_ask))}, "two blocks");
  Packer client;
  const std::string first = client.message(k_ask);
  const std::string again = client.message(k_ask);
  EXPECT_LT(again.size(), first.size() / 2);
  expect_understood({packed(first), packed(again)}, "the same window", 2);
}

TEST_F(Deflate, a_message_may_be_uncompressed_between_others_that_are_not) {
  Packer client;
  const Frame plain{k_text, k_ask};
  expect_understood({plain, packed(client.message(k_ask)), plain, packed(client.message(k_ask))}, "in turn", 4);
}

TEST_F(Deflate, a_compressed_message_may_be_cut_anywhere_with_control_frames_in_between) {
  const std::string message = Packer().message(k_ask);
  for (std::size_t cut = 0; cut <= message.size(); ++cut) {
    const Frame begun = begin(packed(message.substr(0, cut)));
    const Frame rest{k_continuation, message.substr(cut)};
    expect_understood({begun, rest}, "cut at " + std::to_string(cut));
    const Conversation told = say({begun, {k_ping, "are you there"}, {k_pong, "nobody asked"}, rest, k_bye});
    EXPECT_EQ(told.payloads(k_pong), std::vector<std::string>{"are you there"});
    EXPECT_EQ(unpacked(told).size(), 1u) << "cut at " << cut;
    EXPECT_EQ(told.close_code(), 1000);
  }
  std::vector<Frame> crumbs;
  for (const char byte : message) crumbs.push_back(begin({k_continuation, std::string(1, byte)}));
  crumbs.front() = begin(packed(message.substr(0, 1)));
  crumbs.push_back({k_continuation, ""});
  expect_understood(crumbs, "byte by byte");
}

TEST_F(Deflate, a_broken_stream_ends_the_connection) {
  const std::vector<std::pair<std::string, std::string>> broken = {
      {"\x06", "a block of a type that there is not"},
      {std::string("\0\5\0\5\0hello\0", 11), "a length and its complement that differ"},
      {"\x02\x06", "farther back than the message has begun"},
      {std::string(64, '\xff'), "noise"},
  };
  for (const auto& [bytes, what] : broken) {
    expect_failed({packed(bytes)}, 1007, what);
    expect_failed({begin(packed(bytes)), {k_continuation, std::string(100'000, 'x')}}, 1007, what + ", and much more");
  }
  // It is the end of that connection only.
  expect_understood({packed(Packer().message(k_ask))}, "somebody else");
}

// RFC 6455 section 8.1, of what the message becomes

TEST_F(Deflate, compressed_text_that_is_not_utf_8_ends_the_connection) {
  for (const std::string& text : {std::string("\x80"), std::string("\xc3"), std::string("\xed\xa0\x80"),
                                  std::string("κόσμε\xed\xa0\x80 edited"), std::string(3'000, 'x') + "\xe2\x99"}) {
    const std::string message = Packer().message(text);
    expect_failed({packed(message)}, 1007, text);
    for (std::size_t cut = 1; cut < message.size(); ++cut)
      expect_failed({begin(packed(message.substr(0, cut))), {k_continuation, message.substr(cut)}}, 1007, text);
  }
}

// RFC 6455 section 10.4

TEST_F(Deflate, messages_up_to_the_limit_are_understood_however_they_are_packed) {
  const std::string head = R"({"action":"ping","t":7,"words":")";
  std::string noise;
  for (std::uint32_t x = 7; noise.size() + head.size() + 2 < 65'000; x = x * 1'664'525 + 1'013'904'223)
    noise += static_cast<char>('#' + (x >> 24) % 56);  // from # to Z
  const std::string message = head + noise + "\"}";
  expect_understood({packed(Packer().message(message))}, "what cannot be packed well");
  expect_understood({packed(stored(message))}, "what is not packed at all");
  expect_understood({packed(Packer().message(k_ask + std::string(65'536 - k_ask.size(), ' ')))}, "to the last byte");
  expect_failed({packed(Packer().message(k_ask + std::string(65'537 - k_ask.size(), ' ')))}, 1009, "one more");
}

TEST_F(Deflate, a_message_that_grows_beyond_the_limit_is_refused_before_it_has_grown) {
  const std::string bomb = Packer().message(std::string(65'536, ' '), 4'096);  // 256 MB
  ASSERT_LT(bomb.size(), 400'000u);
  forget_peak();
  const std::size_t before = peak_bytes();
  expect_failed({packed(bomb)}, 1009, "in one frame");
  expect_failed({begin(packed(bomb.substr(0, 100))), {k_continuation, bomb.substr(100)}}, 1009, "in two");
  EXPECT_LT(peak_bytes() - before, 32u << 20);
}

// Section 5.2 of RFC 6455 lets a frame say that it is 2^63 bytes long.
TEST_F(Deflate, no_room_is_made_for_a_frame_because_of_the_length_that_it_names) {
  for (int power = 20; power < 63; ++power) {
    std::string bytes("\xc1\xff\0\0\0\0\0\0\0\0\0\0\0\0", 14);  // masked with zeros
    bytes[static_cast<std::size_t>(9 - power / 8)] = static_cast<char>(1 << (power % 8));
    bytes += stored(std::string(4'000, ' '));
    const Conversation told = read_conversation(
        raw_exchange(house_.site().port(), usual("Sec-WebSocket-Extensions: permessage-deflate\r\n"), bytes));
    EXPECT_EQ(told.close_code(), 1009) << "2^" << power;
  }
}

}  // namespace
}  // namespace baize::server::testing
