#include <gtest/gtest.h>

#include "core/binary.h"
#include "core/json_read.h"
#include "core/json_write.h"
#include "core/schema.h"

namespace baize::core {
namespace house {

struct Chair {
  std::int32_t legs = 4;
};
BOOST_DESCRIBE_STRUCT(Chair, (), (legs))

struct Room {
  Chair best;
  std::vector<Chair> others;
};
BOOST_DESCRIBE_STRUCT(Room, (), (best, others))

}  // namespace house

namespace {

enum class Street { preflop, big_blind, NO_TRUMPS };
BOOST_DESCRIBE_ENUM(Street, preflop, big_blind, NO_TRUMPS)

enum class Close { too_big = 1009, signed_out = 4401 };
BOOST_DESCRIBE_ENUM(Close, too_big, signed_out)

enum class Trump { clubs, no_trumps };
BOOST_DESCRIBE_ENUM(Trump, clubs, no_trumps)
constexpr Spelling wire_spelling(Trump) { return Spelling::capitals; }

enum class Audit { never, at_close };
BOOST_DESCRIBE_ENUM(Audit, never, at_close)
constexpr Spelling wire_spelling(Audit) { return Spelling::underscores; }

struct Raise {
  static constexpr Tag k_tag{"action", "player-raise"};
  Chips amount;
  friend bool operator==(const Raise&, const Raise&) = default;
};
BOOST_DESCRIBE_STRUCT(Raise, (), (amount))

struct Fold {
  static constexpr Tag k_tag{"action", "player-fold"};
  friend bool operator==(const Fold&, const Fold&) = default;
};
BOOST_DESCRIBE_STRUCT(Fold, (), ())

using Move = std::variant<Fold, Raise>;

struct Sample {
  bool open = false;
  std::int8_t seat = 0;
  Chips stack;
  Text<8> name;
  Street street = Street::preflop;
  std::optional<std::int64_t> deadline;
  OrAbsent<std::string> request_id;
  Bounded<int, 3> few;
  Flat<Move> move;
  Bytes<4> salt;
  bool public_ = false;
  friend bool operator==(const Sample&, const Sample&) = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (), (open, seat, stack, name, street, deadline, request_id, few, move, salt, public_))

struct Place {
  static constexpr bool k_listed = true;
  std::int8_t row = 0;
  Text<8> name;
  friend bool operator==(const Place&, const Place&) = default;
};
BOOST_DESCRIBE_STRUCT(Place, (), (row, name))

Sample sample() {
  Sample s;
  s.open = true;
  s.seat = -1;
  s.stack = Chips{1500};
  s.name = Text<8>("A\"b");
  s.street = Street::big_blind;
  s.few = {1, 2};
  s.move.value = Raise{Chips{200}};
  s.salt.raw = {0, 1, 254, 255};
  return s;
}

TEST(Described, is_written_as_json_in_the_order_of_its_description) {
  EXPECT_EQ(to_json(sample()),
            R"({"open":true,"seat":-1,"stack":1500,"name":"A\"b","street":"big-blind","deadline":null,"few":[1,2],)"
            R"("action":"player-raise","amount":200,"salt":"0001feff","public":false})");
  EXPECT_EQ(to_json(Street::NO_TRUMPS), "\"NO_TRUMPS\"");
}

TEST(Described, finds_the_names_of_enumerators_that_do_not_count_from_zero) {
  EXPECT_EQ(enum_name(Close::too_big), "too-big");
  EXPECT_EQ(enum_name(Close::signed_out), "signed-out");
  EXPECT_EQ(enum_name(static_cast<Close>(1)), "");
  EXPECT_EQ(enum_value<Close>("signed-out"), Close::signed_out);
  EXPECT_EQ(enum_value<Close>("signed_out"), std::nullopt);
}

TEST(Described, spells_an_enumeration_as_it_asks_for) {
  EXPECT_EQ(to_json(Trump::no_trumps), "\"NO_TRUMPS\"");
  EXPECT_EQ(from_json_text<Trump>("\"CLUBS\""), Trump::clubs);
  EXPECT_EQ(enum_value<Trump>("clubs"), std::nullopt);
  EXPECT_EQ(to_json(Audit::at_close), "\"at_close\"");
  EXPECT_EQ(from_json_text<Audit>("\"at_close\""), Audit::at_close);
  EXPECT_EQ(json_schema<Trump>()["enum"], Json::parse(R"(["CLUBS","NO_TRUMPS"])"));
}

TEST(Described, understands_the_hyphens_that_what_is_spelt_with_underscores_had_before) {
  EXPECT_EQ(from_json_text<Audit>("\"at-close\""), Audit::at_close);
  EXPECT_EQ(enum_value<Audit>("at close"), std::nullopt);
  EXPECT_EQ(enum_value<Trump>("NO-TRUMPS"), std::nullopt);
}

TEST(Described, escapes_what_json_does_not_allow_in_a_string_and_nothing_else) {
  EXPECT_EQ(to_json(std::string("\"\\\n\r\t\x01\x1f")), R"("\"\\\n\r\t\u0001\u001f")");
  EXPECT_EQ(to_json(std::string("a\"b/c\x7f é")), "\"a\\\"b/c\x7f é\"");
  EXPECT_EQ(to_json(std::string()), "\"\"");
}

TEST(Described, writes_the_fields_of_a_struct_without_their_braces) {
  std::string fields;
  write_json_fields(fields, sample());
  EXPECT_EQ("{" + fields + "}", to_json(sample()));
}

TEST(Described, survives_a_json_round_trip) {
  const auto back = from_json_text<Sample>(to_json(sample()));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(*back, sample());
}

TEST(Described, survives_a_binary_round_trip_through_the_cereal_door) {
  std::string bytes;
  BinaryOutput out(bytes);
  out(sample());
  BinaryInput in(bytes);
  Sample back;
  in(back);
  EXPECT_FALSE(in.failed());
  EXPECT_EQ(in.remaining(), 0u);
  EXPECT_EQ(back, sample());
}

TEST(JsonRead, refuses_amounts_that_are_not_whole_numbers_of_chips) {
  for (const char* amount : {"100.5", "-1", "1e3", "18446744073709551615", "9007199254740992", "\"5\"", "null"}) {
    const auto read = from_json_text<Move>(std::string(R"({"action":"player-raise","amount":)") + amount + "}");
    ASSERT_FALSE(read) << amount;
    EXPECT_EQ(read.error().reason, Reason::invalid_amount) << amount;
  }
  EXPECT_TRUE(from_json_text<Move>(R"({"action":"player-raise","amount":9007199254740991})"));
}

TEST(JsonRead, names_the_field_that_is_missing_wrong_or_too_long) {
  EXPECT_EQ(from_json_text<Move>(R"({"action":"player-raise"})").error().message,
            "\"amount\" is missing. Send it with the message.");
  EXPECT_EQ(from_json_text<Move>(R"({"action":"player-jump"})").error().message, "\"action\" has no \"player-jump\".");
  auto json = *parse_json(to_json(sample()));
  json["name"] = "123456789";
  EXPECT_EQ(from_json<Sample>(json).error().message, "\"name\" should be at most 8 bytes.");
  json["name"] = "ok";
  json["few"] = {1, 2, 3, 4};
  EXPECT_EQ(from_json<Sample>(json).error().reason, Reason::invalid_field);
}

TEST(Described, listed_structs_are_lists_of_their_values_in_json) {
  const Bounded<Place, 2> places{{2, Text<8>("As")}, {-1, Text<8>("Td")}};
  EXPECT_EQ(to_json(places), R"([[2,"As"],[-1,"Td"]])");
  EXPECT_EQ((from_json_text<Bounded<Place, 2>>(to_json(places)).value()), places);
  EXPECT_EQ(from_binary<Place>(to_binary(places[1])).value(), places[1]);
  for (const char* wrong : {R"([2])", R"([2,"As",3])", R"(["As",2])", R"({"row":2,"name":"As"})"})
    EXPECT_FALSE(from_json_text<Place>(wrong)) << wrong;
  EXPECT_EQ(json_schema<Place>()["prefixItems"].size(), 2u);
}

TEST(JsonRead, refuses_text_that_is_no_json_or_nested_too_deeply) {
  EXPECT_EQ(parse_json("{").error().reason, Reason::malformed);
  EXPECT_EQ(parse_json("{} x").error().reason, Reason::malformed);
  EXPECT_EQ(parse_json("\"\xff\"").error().reason, Reason::malformed);
  EXPECT_EQ(parse_json(std::string(100000, '[')).error().reason, Reason::malformed);
}

TEST(Binary, refuses_every_truncation_and_every_trailing_byte) {
  const std::string bytes = to_binary(sample());
  for (std::size_t n = 0; n < bytes.size(); ++n)
    EXPECT_FALSE(from_binary<Sample>(std::string_view(bytes).substr(0, n))) << n;
  EXPECT_FALSE(from_binary<Sample>(bytes + '\0'));
}

TEST(Binary, checks_a_count_before_it_allocates) {
  std::string hostile;
  BinaryOutput out(hostile);
  out.put_unsigned(900'000'000);
  EXPECT_FALSE(from_binary<std::string>(hostile));
  EXPECT_FALSE(from_binary<std::vector<int>>(hostile));
}

TEST(Binary, takes_only_one_spelling_of_bools_enums_and_numbers) {
  EXPECT_FALSE(from_binary<bool>("\x02"));
  EXPECT_FALSE(from_binary<Street>("\x03"));
  EXPECT_FALSE(from_binary<std::uint32_t>(std::string_view("\x80\x00", 2)));
  EXPECT_FALSE(from_binary<std::uint8_t>(std::string_view("\x80\x02", 2)));
  EXPECT_TRUE(from_binary<std::uint64_t>(to_binary(~std::uint64_t{0})));
}

TEST(Schema, names_every_field_once_and_requires_what_is_not_optional) {
  const Json schema = json_schema<Sample>();
  EXPECT_EQ(schema["properties"]["stack"]["maximum"], 9007199254740991);
  EXPECT_EQ(schema["properties"]["street"]["enum"], Json::parse(R"(["preflop","big-blind","NO_TRUMPS"])"));
  EXPECT_EQ(schema["allOf"][0]["oneOf"][1]["properties"]["action"]["const"], "player-raise");
  EXPECT_EQ(schema["required"], Json::parse(R"(["open","seat","stack","name","street","few","salt","public"])"));
}

TEST(Schema, describes_a_named_struct_once_and_refers_to_it) {
  SchemaDefinitions named;
  EXPECT_EQ(json_schema<house::Room>(&named)["$ref"], "#/components/schemas/core.house.Room");
  EXPECT_EQ(named.schemas.size(), 2u);
  EXPECT_EQ(named.schemas["core.house.Room"]["properties"]["best"]["$ref"], "#/components/schemas/core.house.Chair");
  EXPECT_EQ(named.schemas["core.house.Chair"]["properties"]["legs"]["type"], "integer");
}

TEST(Catalogue, has_a_status_and_a_sentence_for_every_reason) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Reason>>([](auto one) {
    EXPECT_GE(http_status(one.value), 400);
    EXPECT_TRUE(sentence(one.value).ends_with('.')) << one.name;
  });
}

TEST(Sha256, gives_the_standard_digest_of_abc) {
  EXPECT_EQ(to_text(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace baize::core
