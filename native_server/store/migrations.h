// The forms that the SQLite file has had, as numbered steps from each to the next. Forward only: a file that is newer
// than this program is refused. Never changed once released; a new form is a new step.
#pragma once

namespace SQLite {
class Database;
}

namespace baize::server {

// How many forms there are besides the empty one.
inline constexpr int k_newest_form = 6;
// Brings the file to this form in one transaction. Throws StoreFailure for a file from the future.
void migrate(SQLite::Database& database, int form = k_newest_form);

}  // namespace baize::server
