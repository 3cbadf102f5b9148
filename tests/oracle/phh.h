// Reads hands in the PHH format (Poker Hand History, a TOML file; github.com/uoftcprg/phh-std): one hand a file, or in
// .phhs files one a table. What isn't no-limit hold'em with plain blinds is skipped with the reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record.h"

namespace baize::oracle {

/// `name`: for people, the file.
std::vector<Read<Record>> read_phh(std::string_view text, const std::string& name);

}  // namespace baize::oracle
