// check(): an assertion that stays on in release builds. It guards what must never be wrong - money, hidden cards,
// versions - and throws BrokenInvariant, which the door of a room (a table's loop, main) catches; it is never used for
// bad input, which is an Error and a value.
#pragma once

#include <stdexcept>
#include <string>

namespace baize::core {

struct BrokenInvariant : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] void invariant_broken(const char* what, const char* file, int line);

inline void check(bool holds, const char* what, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (!holds) [[unlikely]]
    invariant_broken(what, file, line);
}

}  // namespace baize::core
