// What a room remembers of its latest versions: which of somebody's requests were accepted, so that a repeated one gets
// the first answer, and which decision was open at each, so that a move is judged by what its sender saw. Bounded;
// older requests are in the store, and a move for an older decision is too late anyway.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/ids.h"

namespace baize::server {

class Requests {
 public:
  // `version`, the one after the newest or that again, was committed; `request_id` is empty where nobody named it.
  void remember(std::uint64_t version, std::uint64_t decision, const core::Uuid& actor, std::string_view request_id);
  std::optional<std::uint64_t> version_of(const core::Uuid& actor, std::string_view request_id) const;
  // The decision that was open at `version`. For one that is too old, or not there yet: a decision that never was.
  std::uint64_t decision_at(std::uint64_t version) const;

 private:
  // A decision and the version from which on it was open.
  struct Opened {
    std::uint64_t version = 0;
    std::uint64_t decision = 0;
  };
  std::deque<Opened> decisions_;
  std::uint64_t newest_ = 0;
  std::deque<std::string> keys_;
  std::unordered_map<std::string, std::uint64_t> versions_;
};

}  // namespace baize::server
