// The proof that no chip is missing or doubled: the ledger is held against itself, and the escrow of each table against
// the chips that its log says are on it. Reads a store, also while a server writes to it; never changes anything. Used
// by `baize audit`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace baize::server {

struct AuditReport {
  std::uint64_t accounts = 0;  // of the ledger
  std::uint64_t entries = 0;
  std::uint64_t open_tables = 0;
  std::uint64_t closed_tables = 0;
  core::Chips in_wallets;
  core::Chips at_tables;
  core::Chips of_house;  // below 0 by what it has given

  std::vector<std::string> faults;  // each a sentence that names the account, the transfer or the table
};

// Everything is seen at one instant. Throws what the store throws where it can't be read.
AuditReport audit(StoreReader& reader);

}  // namespace baize::server
