// What GET /api/games says is all that a form needs: with nothing else, a table of every game is opened, with every
// setting at each of its ends and every choice, and one beyond them is refused with a sentence.
#include <gtest/gtest.h>

#include "server/house.h"

namespace baize::server::testing {
namespace {

class EveryGame : public ::testing::Test {
 protected:
  Json listed() const { return site_.get("/api/games").json(); }
  Answer open(const Json& game, const Json& settings) const {
    const Json body = {{"name", "Test"}, {"game", game["id"]}, {"settings", settings}};
    return site_.post("/api/tables", body, ann_.bearer());
  }
  // The default of a described setting as it stands in "settings".
  static Json default_of(const Json& setting) {
    if (setting["type"] == "boolean") return setting["default"] != 0;
    if (setting["type"] == "text") return "";
    if (setting["type"] == "choice") return setting["choices"][setting["default"].get<std::size_t>()]["value"];
    return setting["default"];
  }
  // The choices beside which a setting has an effect.
  static void add_what_it_goes_with(const Json& game, const Json& setting, Json& settings) {
    const std::string with = setting["only_with"];
    const auto mark = with.find('=');
    if (mark == std::string::npos) return;
    settings[with.substr(0, mark)] = with.substr(mark + 1);
    for (const Json& other : game["settings"])
      if (other["name"] == with.substr(0, mark)) add_what_it_goes_with(game, other, settings);
  }
  // Whether this choice asks for a text.
  static bool takes_a_text(const Json& game, const Json& setting, const Json& value) {
    for (const Json& other : game["settings"])
      if (setting["type"] == "choice" && other["type"] == "text" &&
          other["only_with"] == setting["name"].get<std::string>() + "=" + value.get<std::string>())
        return true;
    return false;
  }
  // Opened with this choice, and with those beside which it has an effect.
  Answer open_with(const Json& game, const Json& setting, const Json& value) const {
    Json settings = {{setting["name"].get<std::string>(), value}};
    add_what_it_goes_with(game, setting, settings);
    Answer answer = open(game, settings);
    // A choice may take a number that is not its default: an ante, for who pays the antes.
    for (const Json& other : game["settings"])
      if (answer.status != 201 && other["type"] == "chips" && setting["type"] == "choice") {
        Json more = settings;
        more[other["name"].get<std::string>()] = other["min"].get<int>() + 1;
        answer = open(game, more);
      }
    return answer;
  }
  // All values that a form would try: both ends, or every choice.
  static std::vector<Json> values_of(const Json& setting) {
    if (setting["type"] == "boolean") return {true, false};
    if (setting["type"] == "text") return {"", std::string(setting["max"].get<std::size_t>(), 'x')};
    if (setting["type"] != "choice") return {setting["min"], setting["max"]};
    std::vector<Json> all;
    for (const Json& one : setting["choices"]) all.push_back(one["value"]);
    return all;
  }
  // One beyond the limits of a setting: refused, at the latest where the choice is made that this setting is for.
  Answer with_too_much_in(const Json& game, const Json& setting) const {
    const std::string name = setting["name"];
    Json beyond = setting["max"].get<std::int64_t>() + 1;
    if (setting["type"] == "boolean") beyond = 2;
    if (setting["type"] == "text") beyond = std::string(setting["max"].get<std::size_t>() + 1, 'x');
    if (setting["type"] == "choice") beyond = "nosuchchoice";
    Answer answer = open(game, {{name, beyond}});
    for (const Json& other : game["settings"])
      for (const Json& choice : other["choices"])
        if (answer.status == 201 && other["name"] != name)
          answer = open(game, {{name, beyond}, {other["name"].get<std::string>(), choice["value"]}});
    return answer;
  }
  static Json all_of(const Json& games, const Json& game) {
    Json all = games["table_settings"];
    all.insert(all.end(), game["settings"].begin(), game["settings"].end());
    return all;
  }

  House house_;
  Site site_ = house_.site();
  Player ann_ = site_.guest("Ann");
};

TEST_F(EveryGame, is_described_with_all_that_a_form_shows) {
  const Json games = listed();
  ASSERT_FALSE(games["games"].empty());
  for (const Json& game : games["games"]) {
    EXPECT_FALSE(game["name"].get<std::string>().empty());
    EXPECT_LE(game["min_seats"], game["max_seats"]);
    for (const Json& setting : all_of(games, game)) {
      EXPECT_FALSE(setting["label"].get<std::string>().empty()) << setting;
      EXPECT_TRUE(setting["fixed"].is_boolean() && setting["unit"].is_string()) << setting;
      EXPECT_EQ(setting["type"] == "choice", !setting["choices"].empty()) << setting;
      for (const Json& choice : setting["choices"]) EXPECT_FALSE(choice["label"].get<std::string>().empty()) << setting;
    }
  }
}

TEST_F(EveryGame, is_opened_with_its_defaults_whether_they_are_sent_or_not) {
  const Json games = listed();
  for (const Json& game : games["games"]) {
    const Answer bare = open(game, Json::object());
    ASSERT_EQ(bare.status, 201) << bare.body;
    Json settings;
    for (const Json& setting : all_of(games, game)) settings[setting["name"].get<std::string>()] = default_of(setting);
    // How many seats a table has unless it says so is up to the game, within what the game has room for.
    settings["seats"] = bare.json()["settings"]["seats"];
    EXPECT_LE(game["min_seats"], settings["seats"]);
    EXPECT_GE(game["max_seats"], settings["seats"]);
    const Answer sent = open(game, settings);
    ASSERT_EQ(sent.status, 201) << sent.body;
    for (const auto& [name, value] : settings.items()) {
      EXPECT_EQ(sent.json()["settings"][name], value) << name;
      EXPECT_EQ(bare.json()["settings"][name], value) << name;
    }
  }
}

TEST_F(EveryGame, refuses_a_setting_beside_a_choice_that_leaves_it_without_effect) {
  const Json games = listed();
  int refused = 0;
  for (const Json& game : games["games"])
    for (const Json& setting : all_of(games, game)) {
      const std::string with = setting["only_with"];
      const auto mark = with.find('=');
      if (mark == std::string::npos) continue;
      const auto decides = [&](const Json& one) { return one["name"] == with.substr(0, mark); };
      const Json& other = *std::find_if(game["settings"].begin(), game["settings"].end(), decides);
      for (const Json& choice : other["choices"])
        for (const Json& value : values_of(setting)) {
          if (choice["value"] == with.substr(mark + 1) || value == default_of(setting)) continue;
          Json settings = {{setting["name"].get<std::string>(), value}};
          add_what_it_goes_with(game, other, settings);
          settings[with.substr(0, mark)] = choice["value"];
          const Answer answer = open(game, settings);
          EXPECT_EQ(answer.status, 400) << setting["name"] << choice;
          EXPECT_NE(answer.json().value("error", "").find(with), std::string::npos) << answer.body;
          ++refused;
        }
    }
  EXPECT_GT(refused, 10);
}

TEST_F(EveryGame, takes_every_setting_as_it_is_described_and_no_other) {
  const Json games = listed();
  for (const Json& game : games["games"])
    for (const Json& setting : all_of(games, game)) {
      const std::string name = setting["name"];
      for (const Json& value : values_of(setting)) {
        const Answer answer = open_with(game, setting, value);
        // One end may not fit the defaults of the others; that is said.
        EXPECT_TRUE(answer.status == 201 || answer.json()["code"] == "invalid-field") << name << value << answer.body;
        const bool written = setting["type"] == "integer" || setting["type"] == "chips" || setting["type"] == "text";
        EXPECT_TRUE(answer.status == 201 || written || takes_a_text(game, setting, value)) << answer.body;
      }
      const Answer refused = with_too_much_in(game, setting);
      EXPECT_EQ(refused.status, 400) << name << refused.body;
      EXPECT_EQ(refused.json().value("code", ""), "invalid-field");
      EXPECT_GT(refused.json().value("error", "").size(), 10u);
    }
}

}  // namespace
}  // namespace baize::server::testing
