#include "protocol/client_end.h"

#include <gtest/gtest.h>

#include "core/json_write.h"
#include "protocol/batch.h"
#include "protocol/binary_end.h"
#include "unit/protocol/random_evening.h"

namespace baize::protocol {
namespace {

// A hand of hold'em that has begun, as a spectator's end knows it, and the way to the next view.
class EndOfAWire : public ::testing::TestWithParam<Wire> {
 protected:
  EndOfAWire() : evening_("holdem", 3) {
    for (int i = 0; i < 20; ++i) evening_.next();
    base_ = table::public_view(evening_.state());
    next_ = table::public_view(evening_.next().state);
    EXPECT_TRUE(read(whole(base_)));
    heard_.clear();
  }

  Wire wire() const { return GetParam(); }
  table::ViewerView own() const { return table::viewer_view(evening_.state(), {}); }
  std::string whole(const table::PublicView& view) const {
    return encode_update(encode_public(view, wire()), view.version, own(), 5, wire());
  }
  std::string change(const table::PublicView& from, const table::PublicView& to) const {
    PublicDelta delta(std::make_shared<const table::PublicView>(from), std::make_shared<const table::PublicView>(to));
    const auto ends = delta.ends(own(), own(), nullptr, wire());
    return ends->head + encode_clock(5, wire()) + *delta.in(wire()) + ends->tail;
  }
  bool read(const std::string& frame) { return end_->read(frame, heard_).has_value(); }
  // Another that knows what this one knows.
  std::unique_ptr<ClientEnd> twin() const {
    if (wire() == Wire::json) return std::make_unique<JsonEnd>(static_cast<const JsonEnd&>(*end_));
    return std::make_unique<BinaryEnd>(static_cast<const BinaryEnd&>(*end_));
  }
  template <class End>
  static std::unique_ptr<ClientEnd> one_end() {
    return std::make_unique<End>();
  }
  void expect_shown(const table::PublicView& view) {
    ASSERT_EQ(heard_.size(), 1u);
    EXPECT_EQ(std::get<UpdateGame>(heard_[0]).game.shared.value, view);
    heard_.clear();
  }

  RandomEvening evening_;
  table::PublicView base_;
  table::PublicView next_;
  const std::unique_ptr<ClientEnd> end_ = wire() == Wire::json ? one_end<JsonEnd>() : one_end<BinaryEnd>();
  std::vector<ServerMessage> heard_;
};

TEST_P(EndOfAWire, puts_a_change_together_with_the_view_before_it) {
  EXPECT_TRUE(read(change(base_, next_)));
  expect_shown(next_);
  EXPECT_FALSE(end_->take_lost());
}

TEST_P(EndOfAWire, shows_nothing_of_a_change_whose_base_it_does_not_have_and_asks_once_for_a_whole_view) {
  auto skipped = next_;
  skipped.version += 1;
  const auto last = table::public_view(evening_.next().state);
  EXPECT_FALSE(read(change(skipped, last)));
  EXPECT_TRUE(end_->take_lost());
  EXPECT_FALSE(end_->take_lost());
  // What builds on what was lost is lost with it, even where the numbers fit.
  EXPECT_FALSE(read(change(base_, next_)));
  EXPECT_FALSE(end_->take_lost());
  EXPECT_TRUE(heard_.empty());
  EXPECT_TRUE(read(whole(next_)));
  expect_shown(next_);
  EXPECT_TRUE(read(change(next_, last)));
  expect_shown(last);
}

TEST_P(EndOfAWire, has_no_base_on_a_new_connection) {
  end_->begin();
  EXPECT_FALSE(read(change(base_, next_)));
  EXPECT_TRUE(heard_.empty());
}

TEST_P(EndOfAWire, shows_nothing_of_a_change_that_was_cut_short_or_is_too_long) {
  const std::string frame = change(base_, next_);
  for (std::size_t size = 1; size < frame.size(); ++size) {
    const auto reader = twin();
    EXPECT_FALSE(reader->read(frame.substr(0, size), heard_)) << size;
  }
  const auto reader = twin();
  EXPECT_FALSE(reader->read(frame + std::string(5000, 'x'), heard_));
  EXPECT_FALSE(end_->read(frame + "x", heard_));
  EXPECT_TRUE(heard_.empty());
}

// A stranger's bits: whatever they lead to is a view that can be said again, or nothing.
TEST_P(EndOfAWire, makes_a_view_or_nothing_of_a_change_that_was_bent) {
  const std::string frame = change(base_, next_);
  int shown = 0;
  for (std::size_t bit = 0; bit < 8 * frame.size(); ++bit) {
    std::string bent = frame;
    bent[bit / 8] = static_cast<char>(static_cast<unsigned char>(bent[bit / 8]) ^ (1u << (bit % 8)));
    const auto reader = twin();
    heard_.clear();
    if (!reader->read(bent, heard_)) continue;
    ++shown;
    for (const ServerMessage& one : heard_) EXPECT_TRUE(decode_server_message(encode(one, wire()), wire()));
  }
  EXPECT_GT(shown, 0);
}

TEST_P(EndOfAWire, reads_a_batch_as_its_messages_in_order_with_a_change_among_them) {
  const Pong first{{}, 7};
  const NewLog last{Uuid("aaaaaaaa-0000-4000-8000-000000000001"), "hello", 9};
  EXPECT_TRUE(read(encode_batch({encode(first, wire()), change(base_, next_), encode(last, wire())}, 11, wire())));
  ASSERT_EQ(heard_.size(), 3u);
  EXPECT_EQ(heard_[0], ServerMessage(first));
  EXPECT_EQ(std::get<UpdateGame>(heard_[1]).game.shared.value, next_);
  EXPECT_EQ(heard_[2], ServerMessage(last));
}

TEST_P(EndOfAWire, reads_the_rest_of_a_batch_where_it_does_not_know_one_of_its_messages) {
  const Pong known{{}, 7};
  const std::string unknown = wire() == Wire::json ? R"({"action":"news-of-tomorrow"})" : "\xee";
  EXPECT_FALSE(read(encode_batch({unknown, encode(known, wire())}, 11, wire())));
  ASSERT_EQ(heard_.size(), 1u);
  EXPECT_EQ(heard_[0], ServerMessage(known));
}

TEST_P(EndOfAWire, takes_no_batch_that_is_too_long_and_none_within_another) {
  const std::string one = encode(Pong{{}, 7}, wire());
  const std::string batch = encode_batch({one}, 11, wire());
  EXPECT_FALSE(read(encode_batch({batch}, 11, wire())));
  std::string long_one = encode_batch(std::vector<std::string>(k_most_batched, one), 11, wire());
  EXPECT_TRUE(read(long_one));
  EXPECT_EQ(heard_.size(), k_most_batched);
  heard_.clear();
  if (wire() == Wire::json)
    long_one.insert(long_one.size() - 2, "," + one);
  else
    long_one.append(1, static_cast<char>(one.size())).append(one);
  EXPECT_FALSE(read(long_one));
  EXPECT_TRUE(heard_.empty());
}

// A lost view within a batch is told like any other.
TEST_P(EndOfAWire, asks_for_a_whole_view_where_a_change_in_a_batch_does_not_fit) {
  auto skipped = next_;
  skipped.version += 1;
  const auto last = table::public_view(evening_.next().state);
  EXPECT_FALSE(read(encode_batch({change(skipped, last)}, 11, wire())));
  EXPECT_TRUE(end_->take_lost());
}

INSTANTIATE_TEST_SUITE_P(InBothWires, EndOfAWire, ::testing::Values(Wire::json, Wire::cereal),
                         [](const auto& one) { return one.param == Wire::json ? "json" : "cereal"; });

}  // namespace
}  // namespace baize::protocol
