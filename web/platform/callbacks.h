// How texts come over from the page's JavaScript: as a block of the heap that the callee owns. Used by platform only.
#pragma once

#include <cstdlib>
#include <string>

namespace baize::web::platform {

/// Takes a zero-terminated text that JavaScript allocated, and frees it.
inline std::string taken(char* text) {
  std::string result(text);
  std::free(text);
  return result;
}

inline std::string taken(char* bytes, int size) {
  std::string result(bytes, static_cast<std::size_t>(size));
  std::free(bytes);
  return result;
}

}  // namespace baize::web::platform
