// The Store in one SQLite file: WAL, synchronous FULL, foreign keys; a group is one transaction with a savepoint a
// unit.
#pragma once

#include <string>

#include "store/store.h"

namespace baize::server {

// When the write-ahead log is copied into the file, in pages of the log.
struct LogLimits {
  int copy_pages = 8'000;    // that are not copied yet: copying begins beside the commits
  int renew_pages = 24'000;  // in all: from here on the log begins anew as soon as only
  int few_pages = 1'000;     // so many are left to copy, for which commits wait
  int most_pages = 48'000;   // in all: commits wait in any case
};

// Opens or makes the file and brings it to the newest form. The error's message is one sentence for the person at the
// terminal.
core::Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path, const LogLimits& limits = {});

// Opens an existing file for reading only, without changing it: for `baize replay`, also beside a running server.
core::Result<std::unique_ptr<StoreReader>> open_sqlite_reader(const std::string& path);

}  // namespace baize::server
