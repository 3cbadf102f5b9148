// The files that hold recorded hands: single ones, folders of them, and archives of either (.tar.xz and whatever else
// libarchive reads). It looks at names only, never into a record.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace baize::oracle {

/// Called with a name for people and the whole text of one file of records (.jsonl, .phh or .phhs).
using Visit = std::function<void(const std::string& name, const std::string& text)>;

/// Visits every file of records at `path`, in the order of names within a folder. A path of another kind is an error,
/// but inside folders and archives other files are passed over. Returns the sentence of what went wrong, or nothing.
std::string visit_records(const std::filesystem::path& path, const Visit& visit);

}  // namespace baize::oracle
