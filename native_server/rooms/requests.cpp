#include "rooms/requests.h"

namespace baize::server {

namespace {

constexpr std::size_t k_remembered = 256;

std::string key_of(const core::Uuid& actor, std::string_view request_id) {
  return std::string(actor.view()) + '\n' + std::string(request_id);
}

}  // namespace

void Requests::remember(std::uint64_t version, std::uint64_t decision, const core::Uuid& actor,
                        std::string_view request_id) {
  std::string key = request_id.empty() ? std::string() : key_of(actor, request_id);
  if (!key.empty()) versions_[key] = version;
  entries_.push_back({version, decision, std::move(key)});
  if (entries_.size() <= k_remembered) return;
  if (!entries_.front().key.empty()) versions_.erase(entries_.front().key);
  entries_.pop_front();
}

std::optional<std::uint64_t> Requests::version_of(const core::Uuid& actor, std::string_view request_id) const {
  const auto found = versions_.find(key_of(actor, request_id));
  if (found == versions_.end()) return std::nullopt;
  return found->second;
}

std::uint64_t Requests::decision_at(std::uint64_t version) const {
  // It is written down with a move that stands whatever it was decided on, so it has to be a number that can be read.
  constexpr std::uint64_t k_never = (std::uint64_t{1} << 53) - 1;
  if (entries_.empty() || version < entries_.front().version || version > entries_.back().version) return k_never;
  return entries_[version - entries_.front().version].decision;
}

void Requests::clear() {
  entries_.clear();
  versions_.clear();
}

}  // namespace baize::server
