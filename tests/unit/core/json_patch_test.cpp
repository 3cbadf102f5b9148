#include "core/json_patch.h"

#include <gtest/gtest.h>

namespace baize::core {
namespace {

// What the patch makes of the document; "refused" where it makes nothing and leaves it as it was.
std::string patched(const std::string& document, const std::string& patch) {
  Json json = *parse_json(document);
  const Json before = json;
  if (apply_patch(json, *parse_json(patch))) return json.dump();
  EXPECT_EQ(json, before) << patch;
  return "refused";
}

TEST(JsonPatch, does_what_appendix_a_of_rfc_6902_shows) {
  // A.1 to A.5
  EXPECT_EQ(patched(R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux"}])"),
            R"({"baz":"qux","foo":"bar"})");
  EXPECT_EQ(patched(R"({"foo":["bar","baz"]})", R"([{"op":"add","path":"/foo/1","value":"qux"}])"),
            R"({"foo":["bar","qux","baz"]})");
  EXPECT_EQ(patched(R"({"baz":"qux","foo":"bar"})", R"([{"op":"remove","path":"/baz"}])"), R"({"foo":"bar"})");
  EXPECT_EQ(patched(R"({"foo":["bar","qux","baz"]})", R"([{"op":"remove","path":"/foo/1"}])"),
            R"({"foo":["bar","baz"]})");
  EXPECT_EQ(patched(R"({"baz":"qux","foo":"bar"})", R"([{"op":"replace","path":"/baz","value":"boo"}])"),
            R"({"baz":"boo","foo":"bar"})");
  // A.6 and A.7
  EXPECT_EQ(patched(R"({"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}})",
                    R"([{"op":"move","from":"/foo/waldo","path":"/qux/thud"}])"),
            R"({"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}})");
  EXPECT_EQ(patched(R"({"foo":["all","grass","cows","eat"]})", R"([{"op":"move","from":"/foo/1","path":"/foo/3"}])"),
            R"({"foo":["all","cows","eat","grass"]})");
  // A.8 and A.9
  EXPECT_EQ(patched(R"({"baz":"qux","foo":["a",2,"c"]})",
                    R"([{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}])"),
            R"({"baz":"qux","foo":["a",2,"c"]})");
  EXPECT_EQ(patched(R"({"baz":"qux"})", R"([{"op":"test","path":"/baz","value":"bar"}])"), "refused");
  // A.10 to A.12
  EXPECT_EQ(patched(R"({"foo":"bar"})", R"([{"op":"add","path":"/child","value":{"grandchild":{}}}])"),
            R"({"child":{"grandchild":{}},"foo":"bar"})");
  EXPECT_EQ(patched(R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux","xyz":123}])"),
            R"({"baz":"qux","foo":"bar"})");
  EXPECT_EQ(patched(R"({"foo":"bar"})", R"([{"op":"add","path":"/baz/bat","value":"qux"}])"), "refused");
  // A.14 to A.16; A.13 is no JSON that a reader has to take.
  EXPECT_EQ(patched(R"({"/":9,"~1":10})", R"([{"op":"test","path":"/~01","value":10}])"), R"({"/":9,"~1":10})");
  EXPECT_EQ(patched(R"({"/":9,"~1":10})", R"([{"op":"test","path":"/~01","value":"10"}])"), "refused");
  EXPECT_EQ(patched(R"({"foo":["bar"]})", R"([{"op":"add","path":"/foo/-","value":["abc","def"]}])"),
            R"({"foo":["bar",["abc","def"]]})");
}

TEST(JsonPatch, replaces_and_copies_the_whole_document) {
  EXPECT_EQ(patched(R"({"a":1})", R"([{"op":"replace","path":"","value":[1]}])"), "[1]");
  EXPECT_EQ(patched(R"({"a":1})", R"([{"op":"copy","from":"","path":"/b"}])"), R"({"a":1,"b":{"a":1}})");
  EXPECT_EQ(patched(R"({"a":1,"b":2})", R"([{"op":"move","from":"/a","path":""}])"), "1");
  EXPECT_EQ(patched(R"({"a":1})", "[]"), R"({"a":1})");
}

TEST(JsonPatch, refuses_whatever_does_not_fit_and_changes_nothing) {
  const std::string document = R"({"a":[1,2],"b":{"c":1}})";
  for (const char* patch : {
           "{}",
           "7",
           "[7]",
           "[{}]",
           R"([{"op":"add","path":"/d"}])",
           R"([{"op":"add","value":1}])",
           R"([{"op":"add","path":7,"value":1}])",
           R"([{"op":"add","path":"a","value":1}])",
           R"([{"op":"add","path":"/a/3","value":1}])",
           R"([{"op":"add","path":"/a/01","value":1}])",
           R"([{"op":"add","path":"/a/-1","value":1}])",
           R"([{"op":"add","path":"/a/99999999999999999999999","value":1}])",
           R"([{"op":"add","path":"/a/0/x","value":1}])",
           R"([{"op":"add","path":"/b/~2","value":1}])",
           R"([{"op":"add","path":"/b/~","value":1}])",
           R"([{"op":"replace","path":"/d","value":1}])",
           R"([{"op":"replace","path":"/a/-","value":1}])",
           R"([{"op":"remove","path":"/a/2"}])",
           R"([{"op":"remove","path":""}])",
           R"([{"op":"remove","path":"/d"}])",
           R"([{"op":"move","path":"/d"}])",
           R"([{"op":"move","from":"/d","path":"/e"}])",
           R"([{"op":"move","from":"/b","path":"/b/c"}])",
           R"([{"op":"copy","from":"/d","path":"/e"}])",
           R"([{"op":"dance","path":"/a","value":1}])",
           R"([{"op":["add"],"path":"/a","value":1}])",
           R"([{"op":"remove","path":"/b"},{"op":"remove","path":"/b"}])",
       })
    EXPECT_EQ(patched(document, patch), "refused") << patch;
}

TEST(JsonPatch, takes_no_more_operations_depth_or_copies_than_it_has_room_for) {
  Json many = Json::array();
  for (std::size_t i = 0; i < k_most_operations; ++i) many.push_back({{"op", "add"}, {"path", "/a"}, {"value", i}});
  Json document = Json::object();
  EXPECT_TRUE(apply_patch(document, many));
  many.push_back(many.back());
  EXPECT_FALSE(apply_patch(document, many));

  // Each copy of the whole doubles it.
  Json doubling = Json::array();
  for (int i = 0; i < 20; ++i) doubling.push_back({{"op", "copy"}, {"from", ""}, {"path", "/" + std::to_string(i)}});
  document = Json::object();
  EXPECT_FALSE(apply_patch(document, doubling));
  EXPECT_EQ(document, Json::object());

  std::string deep;
  Json deepening = Json::array();
  for (int i = 0; i < 40; ++i) {
    deep += "/x";
    deepening.push_back({{"op", "add"}, {"path", deep}, {"value", Json::object()}});
  }
  EXPECT_FALSE(apply_patch(document, deepening));
  EXPECT_FALSE(apply_patch(document, {{{"op", "add"}, {"path", std::string(100'000, '/')}, {"value", 1}}}));
}

}  // namespace
}  // namespace baize::core
