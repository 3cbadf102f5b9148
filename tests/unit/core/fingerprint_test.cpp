// What a fingerprint sees of a description, and that every compiler spells it alike.
#include "core/fingerprint.h"

#include <gtest/gtest.h>

namespace baize::core {
namespace {

enum class Street { preflop, flop };
BOOST_DESCRIBE_ENUM(Street, preflop, flop)

struct Raise {
  static constexpr Tag k_tag{"action", "raise"};
  Chips amount;
};
BOOST_DESCRIBE_STRUCT(Raise, (), (amount))

struct Fold {
  static constexpr Tag k_tag{"action", "fold"};
};
BOOST_DESCRIBE_STRUCT(Fold, (), ())

struct Sample {
  bool open = false;
  std::int8_t seat = 0;
  std::uint64_t count = 0;
  Text<8> name;
  std::string words;
  Street street = Street::preflop;
  std::optional<std::int64_t> deadline;
  OrAbsent<bool> early;
  Bounded<int, 3> few;
  std::array<bool, 2> pair{};
  Flat<std::variant<Fold, Raise>> move;
  Bytes<4> salt;
  bool public_ = false;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (open, seat, count, name, words, street, deadline, early, few, pair, move, salt, public_))

TEST(Fingerprint, spells_each_member_with_its_name_kind_and_bound_alike_on_every_compiler) {
  std::string text;
  detail::spell<Sample>(text);
  EXPECT_EQ(text,
            "={open:b;seat:i1;count:u8;name:t8;words:s;street:<preflop,flop,>deadline:o;i8;early:a;b;few:[3;i4;"
            "pair:(2;b;move:+;|action=fold{}|action=raise{amount:c;}.salt:x4;public:b;}");
}

struct One {
  std::int32_t a = 0, b = 0;
};
BOOST_DESCRIBE_STRUCT(One, (), (a, b))
struct Exchanged {
  std::int32_t a = 0, b = 0;
};
BOOST_DESCRIBE_STRUCT(Exchanged, (), (b, a))
struct Renamed {
  std::int32_t a = 0, c = 0;
};
BOOST_DESCRIBE_STRUCT(Renamed, (), (a, c))
struct Wider {
  std::int32_t a = 0;
  std::int64_t b = 0;
};
BOOST_DESCRIBE_STRUCT(Wider, (), (a, b))
struct Same {
  std::int32_t a = 0, b = 0;
};
BOOST_DESCRIBE_STRUCT(Same, (), (a, b))

TEST(Fingerprint, differs_with_order_name_width_bound_and_alternatives_and_with_nothing_else) {
  EXPECT_NE(fingerprint<One>(), fingerprint<Exchanged>());
  EXPECT_NE(fingerprint<One>(), fingerprint<Renamed>());
  EXPECT_NE(fingerprint<One>(), fingerprint<Wider>());
  EXPECT_EQ(fingerprint<One>(), fingerprint<Same>());
  EXPECT_NE((fingerprint<Bounded<One, 3>>()), (fingerprint<Bounded<One, 4>>()));
  EXPECT_NE((fingerprint<std::variant<Fold, Raise>>()), (fingerprint<std::variant<Raise, Fold>>()));
  EXPECT_NE(fingerprint<std::optional<One>>(), fingerprint<One>());
}

}  // namespace
}  // namespace baize::core
