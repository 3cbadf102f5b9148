// Reads one line of a vector file: a hand with what each decision allows, as JSON. The format is described where the
// vectors are kept: n, sb, bb, ante, stacks, actions, decisions, finish.
#pragma once

#include <string>
#include <string_view>

#include "record.h"

namespace baize::oracle {

/// `name`: for people, the file and line.
Read<Record> read_vector(std::string_view line, std::string name);

}  // namespace baize::oracle
