// Access tokens under attack: forged with the server's own key as well as without, so that each check is seen to be the
// one that refuses.
#include <gtest/gtest.h>
#include <sodium.h>

#include <chrono>

#include "server/house.h"
#include "store/sqlite_store.h"

namespace baize::server::testing {
namespace {

std::string base64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();
  return text;
}

Json part_of(const std::string& token, int number) {
  std::size_t from = 0;
  for (int i = 0; i < number; ++i) from = token.find('.', from) + 1;
  const std::string text = token.substr(from, token.find('.', from) - from);
  std::string bytes(text.size(), '\0');
  std::size_t count = 0;
  EXPECT_EQ(sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                              nullptr, &count, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING),
            0);
  return Json::parse(bytes.substr(0, count));
}

std::string hmac256(const std::string& text, const core::Digest& key) {
  std::string out(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(out.data()),
                         reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
  return out;
}

std::string hmac512(const std::string& text, const core::Digest& key) {
  std::string out(crypto_auth_hmacsha512_BYTES, '\0');
  crypto_auth_hmacsha512(reinterpret_cast<unsigned char*>(out.data()),
                         reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
  return out;
}

class ForgedToken : public ::testing::Test {
 protected:
  void SetUp() override {
    ann_ = house_.site().guest("Ann");
    header_ = part_of(ann_.token, 0);
    claims_ = part_of(ann_.token, 1);
    key_ = (*open_sqlite_reader(house_.database()))->signing_keys().front();
  }
  std::string unsigned_token(const Json& header, const Json& claims) const {
    return base64(header.dump()) + "." + base64(claims.dump());
  }
  // With the server's own key.
  std::string forged(const Json& header, const Json& claims) const {
    const std::string text = unsigned_token(header, claims);
    return text + "." + base64(hmac256(text, key_.secret));
  }
  Json header_with(const char* name, const Json& value) const {
    Json header = header_;
    header[name] = value;
    return header;
  }
  Json claims_with(const char* name, const Json& value) const {
    Json claims = claims_;
    claims[name] = value;
    return claims;
  }
  // Refused in all places where a token may stand, with the same words.
  void expect_refused(const std::string& token) const {
    const auto bearer = house_.site().get("/api/auth/me", {{"Authorization", "Bearer " + token}});
    EXPECT_EQ(bearer.status, 401) << token;
    EXPECT_EQ(bearer.json()["code"], "bad-token") << token;
    EXPECT_EQ(house_.site().get("/api/auth/me", {{"Cookie", "auth_token=" + token}}).status, 401) << token;
  }
  bool accepted(const std::string& token) const {
    const auto answer = house_.site().get("/api/auth/me", {{"Authorization", "Bearer " + token}});
    return answer.status == 200 && answer.json()["account"]["id"] == ann_.uuid;
  }

  House house_;
  Player ann_;
  Json header_;
  Json claims_;
  SigningKeyRow key_;
};

TEST_F(ForgedToken, with_the_servers_key_and_honest_claims_is_a_real_one) {
  EXPECT_EQ(header_["alg"], "HS256");
  EXPECT_EQ(claims_["aud"], "baize");
  EXPECT_EQ(claims_["exp"].get<std::int64_t>() - claims_["iat"].get<std::int64_t>(), 900);
  EXPECT_TRUE(accepted(ann_.token));
  EXPECT_TRUE(accepted(forged(header_, claims_)));
  EXPECT_TRUE(accepted(forged(header_, claims_with("more", 1))));
}

TEST_F(ForgedToken, without_a_signature_or_with_alg_none_is_refused) {
  for (const char* none : {"none", "None", "NONE", "nOnE", ""}) {
    expect_refused(unsigned_token(header_with("alg", none), claims_) + ".");
    expect_refused(forged(header_with("alg", none), claims_));
  }
  expect_refused(unsigned_token(header_, claims_) + ".");
  expect_refused(unsigned_token(header_, claims_));
  Json without = header_;
  without.erase("alg");
  expect_refused(forged(without, claims_));
}

TEST_F(ForgedToken, under_another_algorithm_is_refused_even_where_the_signature_is_right) {
  const std::string text = unsigned_token(header_with("alg", "HS512"), claims_);
  expect_refused(text + "." + base64(hmac512(text, key_.secret)));
  for (const char* other : {"HS512", "HS384", "RS256", "ES256", "EdDSA", "hs256"})
    expect_refused(forged(header_with("alg", other), claims_));
  expect_refused(forged(header_with("crit", Json::array({"exp"})), claims_));
}

TEST_F(ForgedToken, with_other_claims_or_a_foreign_key_is_refused) {
  const Player bob = house_.site().guest("Bob");
  const std::string signature = ann_.token.substr(ann_.token.rfind('.'));
  expect_refused(unsigned_token(header_, claims_with("sub", bob.uuid)) + signature);
  core::Digest other = key_.secret;
  other.raw[31] ^= 1;
  const std::string text = unsigned_token(header_, claims_);
  expect_refused(text + "." + base64(hmac256(text, other)));
  expect_refused(text + "." + base64(hmac256(text, core::Digest{})));
  expect_refused(forged(header_with("kid", "0"), claims_));
  expect_refused(forged(header_with("kid", ""), claims_));
  expect_refused(forged(header_with("kid", "../../dev/null"), claims_));
  for (std::size_t at = ann_.token.size() - 40; at < ann_.token.size(); ++at) {
    std::string changed = ann_.token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(accepted(changed)) << at;
  }
}

TEST_F(ForgedToken, for_another_audience_or_from_another_issuer_is_refused) {
  expect_refused(forged(header_, claims_with("aud", "elsewhere")));
  expect_refused(forged(header_, claims_with("aud", Json::array({"baize"}))));
  expect_refused(forged(header_, claims_with("iss", "elsewhere")));
  for (const char* name : {"aud", "iss", "exp", "sub", "sid"}) {
    Json claims = claims_;
    claims.erase(name);
    expect_refused(forged(header_, claims));
  }
}

TEST_F(ForgedToken, that_has_ended_is_refused) {
  const auto now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  expect_refused(forged(header_, claims_with("exp", now)));
  expect_refused(forged(header_, claims_with("exp", now - 1)));
  expect_refused(forged(header_, claims_with("exp", -1)));
  expect_refused(forged(header_, claims_with("exp", "9999999999")));
  EXPECT_TRUE(accepted(forged(header_, claims_with("exp", now + 600))));
}

TEST_F(ForgedToken, that_is_none_at_all_is_refused) {
  for (const std::string& token : {std::string("."), std::string(".."), std::string("..."), std::string("a.b.c"),
                                   ann_.token + ".", "." + ann_.token, ann_.token + "=", ann_.token + "A",
                                   ann_.token.substr(1), std::string(5000, 'A'), ann_.refresh_token})
    expect_refused(token);
}

TEST_F(ForgedToken, of_a_key_before_the_last_two_is_refused_and_of_the_last_two_it_is_not) {
  const auto rotate = [&] {
    ASSERT_EQ(run_baize({"rotate-key", house_.database()}).code, 0);
    house_.restart();
  };
  rotate();
  EXPECT_TRUE(accepted(ann_.token));
  const Player bob = house_.site().guest("Bob");
  EXPECT_NE(part_of(bob.token, 0)["kid"], header_["kid"]);
  rotate();
  expect_refused(ann_.token);
  EXPECT_EQ(house_.site().get("/api/auth/me", bob.bearer()).status, 200);
  EXPECT_EQ((*open_sqlite_reader(house_.database()))->signing_keys().size(), 2u);
  // Whoever had it goes on with the refresh token.
  EXPECT_EQ(house_.site().post("/api/auth/refresh", {{"refresh_token", ann_.refresh_token}}).status, 200);
}

TEST(RotateKey, makes_no_database_of_a_mistyped_name) {
  const Folder folder;
  const std::string path = (folder / "none.db").string();
  EXPECT_EQ(run_baize({"rotate-key", path}).code, 1);
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace baize::server::testing
