#include "web/platform/assets.h"

#include <map>
#include <string>
#include <vector>

extern "C" int baize_asset_size(const char* path, int size);
extern "C" void baize_asset_copy(const char* path, int size, unsigned char* target);

namespace baize::web::platform {

std::span<const unsigned char> asset(std::string_view path) {
  static std::map<std::string, std::vector<unsigned char>, std::less<>> kept;
  if (const auto found = kept.find(path); found != kept.end()) return found->second;
  const int length = static_cast<int>(path.size());
  std::vector<unsigned char> bytes(static_cast<std::size_t>(baize_asset_size(path.data(), length)));
  if (bytes.empty()) return {};
  baize_asset_copy(path.data(), length, bytes.data());
  return kept.emplace(path, std::move(bytes)).first->second;
}

}  // namespace baize::web::platform
