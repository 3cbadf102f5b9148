// Copies a SQLite file, also while a server writes to it: the copy is the file as it was at one instant, and appears
// under its name only when it is whole and on the disk. Used by `baize backup`.
#pragma once

#include <functional>
#include <string>

#include "core/error.h"

namespace baize::server {

// `tell` hears after each piece how many pages are copied, and of how many. The error's message is one sentence for the
// person at the terminal: the file can't be read, the copy can't be written, or there is a file of its name already,
// which is left alone.
core::Result<void> back_up(const std::string& database, const std::string& copy,
                           const std::function<void(int copied, int all)>& tell);

}  // namespace baize::server
