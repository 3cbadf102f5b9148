// What is said at a table and its activity log: the last hundred lines of each, stored before anybody sees them. Apart
// from the table's versions: chat makes no move stale.
#pragma once

#include <deque>
#include <functional>
#include <string>

#include "store/journal.h"

namespace baize::server {

class Chat {
 public:
  static constexpr int k_kept = 100;

  // `said` and `logged`: the stored lines, oldest first.
  Chat(Loop& loop, Journal& journal, std::vector<ChatLine> said, std::vector<ChatLine> logged);

  // Stores the line, then calls `done` on the loop: without an error the line may be shown. One whose author has used
  // its request_id before is `repeated`, and not said again.
  enum class Added { stored, repeated };
  void add(ChatLine line, std::function<void(core::Result<Added>)> done);

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
  void keep(ChatLine line);

  Loop& loop_;
  Journal& journal_;
  std::deque<ChatLine> said_;
  std::deque<ChatLine> logged_;
  Heard gone_;  // what is not kept any more
};

}  // namespace baize::server
