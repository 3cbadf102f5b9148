// The Store in one SQLite file: WAL, synchronous FULL, foreign keys; a group is one transaction with a savepoint a
// unit.
#pragma once

#include <string>

#include "store/store.h"

namespace baize::server {

// Opens or makes the file and brings it to the newest form. The error's message is one sentence for the person at the
// terminal.
core::Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path);

// Opens an existing file for reading only, without changing it: for `baize replay`, also beside a running server.
core::Result<std::unique_ptr<StoreReader>> open_sqlite_reader(const std::string& path);

}  // namespace baize::server
