#include "accounts/passwords.h"

#include <gtest/gtest.h>

#include <future>
#include <optional>

namespace baize::server::testing {
namespace {

std::string hashed(Passwords& passwords, const std::string& password) {
  std::promise<std::string> made;
  passwords.hash(password, [&](const core::Result<std::string>& hash) { made.set_value(hash.value_or("")); });
  return made.get_future().get();
}

bool fits(Passwords& passwords, const std::string& password, const std::string& hash) {
  std::promise<bool> found;
  passwords.fits(password, hash, [&](const core::Result<bool>& same) { found.set_value(same.value_or(false)); });
  return found.get_future().get();
}

TEST(Password, is_stored_as_argon2id_with_19_mib_two_passes_and_salt_of_its_own) {
  Passwords passwords(1, 10);
  const std::string hash = hashed(passwords, "correct horse");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_NE(hash, hashed(passwords, "correct horse"));
  EXPECT_TRUE(fits(passwords, "correct horse", hash));
  EXPECT_FALSE(fits(passwords, "correct horsf", hash));
  EXPECT_FALSE(fits(passwords, "", hash));
}

TEST(Password, of_nobody_fits_nothing) {
  Passwords passwords(1, 10);
  EXPECT_FALSE(fits(passwords, "", ""));
  EXPECT_FALSE(fits(passwords, "correct horse", ""));
}

TEST(Password, is_refused_at_once_where_too_many_wait) {
  std::promise<void> busy;
  std::promise<void> go_on;
  std::promise<void> second;
  Passwords passwords(1, 1);
  passwords.hash("correct horse", [&](const core::Result<std::string>&) {
    busy.set_value();
    go_on.get_future().wait();
  });
  busy.get_future().wait();
  passwords.hash("correct horse", [&](const core::Result<std::string>& hash) {
    EXPECT_TRUE(hash);
    second.set_value();
  });
  std::optional<core::Reason> refused;
  passwords.hash("correct horse", [&](const core::Result<std::string>& hash) { refused = hash.error().reason; });
  EXPECT_EQ(refused, core::Reason::server_full);
  refused.reset();
  passwords.fits("a", "b", [&](const core::Result<bool>& same) { refused = same.error().reason; });
  EXPECT_EQ(refused, core::Reason::server_full);
  go_on.set_value();
  second.get_future().wait();
}

TEST(Password, has_8_to_256_characters_of_any_kind) {
  EXPECT_TRUE(new_password("12345678"));
  EXPECT_FALSE(new_password("1234567"));
  EXPECT_TRUE(new_password("pässwörd"));
  EXPECT_FALSE(new_password("pässwör"));
  EXPECT_TRUE(new_password(std::string(256, 'x')));
  EXPECT_FALSE(new_password(std::string(257, 'x')));
}

}  // namespace
}  // namespace baize::server::testing
