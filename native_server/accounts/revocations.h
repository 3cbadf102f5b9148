// The families of tokens that were ended before their time. Access tokens are good without a look into the store, so
// every one is held against this list, which keeps a family until its last access token has ended by itself. Any
// thread.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/store.h"

namespace baize::server {

class Revocations {
 public:
  explicit Revocations(const std::vector<RevokedFamilyRow>& stored);

  void add(const std::string& family, core::TimeMs until, core::TimeMs now);
  bool has(const std::string& family) const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, core::TimeMs> until_;
};

}  // namespace baize::server
