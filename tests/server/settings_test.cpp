#include "ops/settings.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "server/house.h"

namespace baize::server::testing {
namespace {

// The environment as it was, afterwards.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  ~Variable() { unsetenv(name_); }

 private:
  const char* name_;
};

TEST(Settings, flags_stand_over_the_environment_that_over_the_file_and_that_over_the_defaults) {
  const Folder folder;
  const std::string file = (folder / "baize.toml").string();
  std::ofstream(file) << "port = 1000\nbind = \"10.0.0.1\"\ndb = \"file.db\"\norigins = [\"https://a.example\"]\n";
  const Variable port("BAIZE_PORT", "2000");
  const Variable bind("BAIZE_BIND", "10.0.0.2");
  const auto settings = load_settings({{"port", "3000"}}, file);
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->port, 3000);
  EXPECT_EQ(settings->bind, "10.0.0.2");
  EXPECT_EQ(settings->db, "file.db");
  EXPECT_EQ(settings->origins, std::vector<std::string>{"https://a.example"});
  EXPECT_EQ(settings->first_grant, 10'000);
}

TEST(Settings, are_on_the_own_machine_only_unless_said_otherwise) {
  const auto settings = load_settings({}, {});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->bind, "127.0.0.1");
  EXPECT_EQ(settings->port, 8080);
}

TEST(Settings, that_do_not_exist_or_fit_are_refused) {
  const Folder folder;
  const std::string file = (folder / "baize.toml").string();
  for (const char* text : {"colour = 1\n", "port = \"many\"\n", "port = -1\n", "port = 70000\n", "port = \n"}) {
    std::ofstream(file, std::ios::trunc) << text;
    EXPECT_FALSE(load_settings({}, file)) << text;
  }
  EXPECT_FALSE(load_settings({}, (folder / "none.toml").string()));
}

TEST(Settings, printed_as_a_file_give_the_same_settings) {
  ServerSettings settings;
  settings.port = 81;
  settings.origins = {"https://a.example", "https://b.example"};
  const Folder folder;
  const std::string file = (folder / "baize.toml").string();
  std::ofstream(file) << as_toml(settings);
  EXPECT_EQ(load_settings({}, file), settings);
}

TEST(Settings, are_printed_by_the_program) {
  const auto ended = run_baize({"serve", "--print-config", "--port", "4321"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.output.find("port = 4321"), std::string::npos);
}

}  // namespace
}  // namespace baize::server::testing
