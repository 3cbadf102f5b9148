// The forms that the SQLite file has had, as numbered steps from each to the next. Forward only: a file that is newer
// than this program is refused. Never changed once released; a new form is a new step.
#pragma once

namespace SQLite {
class Database;
}

namespace baize::server {

// Brings the file to the newest form in one transaction. Throws StoreFailure for a file from the future.
void migrate(SQLite::Database& database);

}  // namespace baize::server
