#include "accounts/login_limits.h"

#include <gtest/gtest.h>

namespace baize::server::testing {
namespace {

constexpr core::TimeMs k_start = 1'700'000'000'000;

TEST(LoginLimits, let_ten_attempts_for_a_name_from_one_address_into_ten_minutes) {
  LoginLimits limits;
  for (int i = 0; i < 10; ++i) EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start + i * 1000), 0);
  EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start + 10'000), k_login_window_ms - 10'000);
  EXPECT_EQ(limits.attempt("ann", "10.0.0.2", k_start + 10'000), 0);
  EXPECT_EQ(limits.attempt("bob", "10.0.0.1", k_start + 10'000), 0);
  // What was refused did not count: the window slides on with the first attempt.
  EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start + k_login_window_ms - 1), 1);
  EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start + k_login_window_ms), 0);
  EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start + k_login_window_ms), 1000);
}

TEST(LoginLimits, hold_one_address_that_tries_many_names_and_many_addresses_that_try_one_name) {
  LoginLimits limits;
  for (int i = 0; i < 100; ++i) EXPECT_EQ(limits.attempt("name " + std::to_string(i), "10.0.0.1", k_start), 0);
  EXPECT_EQ(limits.attempt("another", "10.0.0.1", k_start + 1), k_login_window_ms - 1);
  EXPECT_EQ(limits.attempt("another", "10.0.0.2", k_start + 1), 0);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(limits.attempt("ann", "10.0.1." + std::to_string(i), k_start), 0);
  EXPECT_EQ(limits.attempt("ann", "10.0.2.1", k_start + 1), k_login_window_ms - 1);
}

TEST(LoginLimits, do_not_count_what_succeeds) {
  LoginLimits limits;
  for (int i = 0; i < 300; ++i) {
    ASSERT_EQ(limits.attempt("ann", "10.0.0.1", k_start), 0);
    limits.succeeded("ann", "10.0.0.1");
  }
  for (int i = 0; i < 9; ++i) EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start), 0);
  limits.succeeded("ann", "10.0.0.1");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(limits.attempt("ann", "10.0.0.1", k_start), 0);
  EXPECT_GT(limits.attempt("ann", "10.0.0.1", k_start), 0);
}

}  // namespace
}  // namespace baize::server::testing
