#include "accounts/revocations.h"

namespace baize::server {

Revocations::Revocations(const std::vector<RevokedFamilyRow>& stored) {
  for (const RevokedFamilyRow& one : stored) until_[one.family] = one.until;
}

void Revocations::add(const std::string& family, core::TimeMs until, core::TimeMs now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(until_, [now](const auto& one) { return one.second <= now; });
  until_[family] = until;
}

bool Revocations::has(const std::string& family) const {
  const std::lock_guard lock(mutex_);
  return until_.contains(family);
}

}  // namespace baize::server
