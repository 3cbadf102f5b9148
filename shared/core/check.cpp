#include "core/check.h"

namespace baize::core {

void invariant_broken(const char* what, const char* file, int line) {
  throw BrokenInvariant(std::string(what) + " (" + file + ":" + std::to_string(line) + ")");
}

}  // namespace baize::core
