// Files of earlier forms go on as the newest one.
#include "store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "accounts/secrets.h"
#include "server/house.h"

namespace baize::server::testing {
namespace {

TEST(Migration, of_the_second_form_keeps_accounts_and_lets_their_refresh_tokens_go_on) {
  const Folder folder;
  const std::string path = (folder / "old.db").string();
  const std::string id(fresh_uuid().view());
  const std::string refresh_token = fresh_token();
  const std::string access_token = fresh_token();
  {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database, 2);
    SQLite::Statement account(database, "INSERT INTO accounts VALUES (?, 'Ann', 1, 1)");
    account.bind(1, id);
    account.exec();
    for (const auto& [token, kind] : {std::pair{refresh_token, "refresh"}, std::pair{access_token, "access"}}) {
      SQLite::Statement row(database, "INSERT INTO tokens VALUES (?, ?, ?, 'family', 9000000000000, NULL)");
      const core::Digest hash = token_hash(token);
      row.bind(1, hash.data(), static_cast<int>(hash.size()));
      row.bind(2, id);
      row.bind(3, kind);
      row.exec();
    }
  }
  const House house([&](ServerSettings& settings) { settings.db = path; });
  EXPECT_EQ(house.site().get("/api/auth/me", {{"Authorization", "Bearer " + access_token}}).status, 401);
  const auto answer = house.site().post("/api/auth/refresh", {{"refresh_token", refresh_token}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.json()["account"]["id"], id);
  EXPECT_EQ(answer.json()["account"]["username"], "Ann");
}

TEST(Migration, goes_forward_only) {
  const Folder folder;
  SQLite::Database database((folder / "new.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(database);
  migrate(database, 2);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), k_newest_form);
  database.exec("PRAGMA user_version = " + std::to_string(k_newest_form + 1));
  EXPECT_THROW(migrate(database), std::runtime_error);
}

}  // namespace
}  // namespace baize::server::testing
