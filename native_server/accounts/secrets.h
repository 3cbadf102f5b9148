// Chance from the operating system's generator (libsodium), and what is made of it: entropy for deals, tokens, ids.
// The only place in the server that draws randomness.
#pragma once

#include <string>

#include "core/bytes.h"
#include "core/ids.h"

namespace baize::server {

// libsodium has to be initialised once, before anything else of it runs; everything here sees to it.
void sodium_ready();

core::Entropy fresh_entropy();
// 256 bits as 43 characters of URL-safe base64.
std::string fresh_token();
// RFC 9562 version 4.
core::Uuid fresh_uuid();
// 12 characters of lower-case base32: 60 bits, so that links cannot be guessed.
core::TableId fresh_table_id();
// How a token is known in the store.
core::Digest token_hash(std::string_view token);

// Argon2id with libsodium's interactive limits: tens of milliseconds, so never on an event loop.
std::string passphrase_hash(std::string_view passphrase);
bool passphrase_fits(const std::string& hash, std::string_view passphrase);

}  // namespace baize::server
