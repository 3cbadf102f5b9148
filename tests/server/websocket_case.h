// What the cases of RFC 6455 and RFC 7692 stand on: a table, and frames said to it over a bare connection.
#pragma once

#include <gtest/gtest.h>

#include "server/websocket_frames.h"

namespace baize::server::testing {

inline const std::string k_ask = R"({"action":"ping","t":7,"words":"κόσμε ♠"})";  // unknown fields are ignored
inline const Frame k_bye{k_close, close_payload(1000)};

class WebSocketCase : public ::testing::Test {
 protected:
  std::string upgrade(const std::string& fields) const {
    return "GET /ws/table/" + table_ + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields + "\r\n";
  }
  std::string usual(const std::string& more = {}) const {
    return upgrade(
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        more);
  }
  // Everything that comes back until the connection ends; `more` are fields of the upgrade.
  Conversation say(const std::vector<Frame>& frames, const std::string& more = {}) const {
    std::string bytes;
    for (const Frame& one : frames) bytes += bytes_of(one);
    return read_conversation(raw_exchange(house_.site().port(), usual(more), bytes));
  }
  // One message in these frames is understood, and its answer comes whole.
  void expect_understood(std::vector<Frame> frames, const std::string& what) const {
    frames.push_back(k_bye);
    const Conversation told = say(frames);
    const auto answers = told.payloads(k_text);
    ASSERT_EQ(answers.size(), 1u) << what;
    EXPECT_EQ(Json::parse(answers[0])["action"], "pong") << what;
    EXPECT_EQ(told.close_code(), 1000) << what;
    EXPECT_EQ(told.rest, "") << what;
  }
  // These frames end the connection with this code, and nothing is said but that.
  void expect_failed(const std::vector<Frame>& frames, int code, const std::string& what,
                     const std::string& more = {}) const {
    const Conversation told = say(frames, more);
    EXPECT_EQ(told.close_code(), code) << what;
    EXPECT_TRUE(told.payloads(k_text).empty()) << what;
  }

  House house_;
  Player ann_ = house_.site().guest("Ann");
  std::string table_ = house_.site().open_table(ann_);
};

}  // namespace baize::server::testing
