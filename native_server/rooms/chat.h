// What is said at a table and its activity log: the last hundred lines of each, stored before anybody sees them. Apart
// from the table's versions: chat makes no move stale.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <unordered_set>

#include "store/journal.h"

namespace baize::server {

class Chat {
 public:
  static constexpr int k_kept = 100;

  // `said` and `logged`: the stored lines, oldest first.
  Chat(Loop& loop, Journal& journal, std::vector<ChatLine> said, std::vector<ChatLine> logged);

  // Stores the line, then calls `done` on the loop: without an error the line may be shown. A `request_id` (of its
  // author) that was used before does nothing and is `repeated`.
  enum class Added { stored, repeated };
  void add(ChatLine line, const std::string& request_id, std::function<void(core::Result<Added>)> done);

  // How far somebody has heard: lines are counted from the oldest that was kept when the table was loaded.
  struct Heard {
    std::uint64_t said = 0;
    std::uint64_t logged = 0;
  };
  Heard all() const { return {gone_.said + said_.size(), gone_.logged + logged_.size()}; }
  // Calls `said` and `logged` with each line that is kept and was not heard yet.
  using Each = std::function<void(const ChatLine&)>;
  void since(const Heard& heard, const Each& said, const Each& logged) const;

 private:
  // `key`: the author and the request_id; empty for what has none.
  bool seen(const std::string& key);
  void forget(const std::string& key);

  Loop& loop_;
  Journal& journal_;
  std::deque<ChatLine> said_;
  std::deque<ChatLine> logged_;
  Heard gone_;  // what is not kept any more
  std::deque<std::string> recent_;
  std::unordered_set<std::string> requests_;
};

}  // namespace baize::server
