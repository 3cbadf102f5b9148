// One version of a table on its way to all who watch it: as a whole view, or as what changed since an older one that
// the viewer has. What several viewers get alike is encoded once in each form that somebody speaks. Decides nothing:
// who gets what is the audience's business.
#pragma once

#include <array>
#include <deque>
#include <utility>
#include <vector>

#include "net/door.h"
#include "protocol/snapshot.h"
#include "protocol/view_delta.h"

namespace baize::server {

// What many get alike, encoded once in each form that somebody speaks.
template <class What>
class Encoded {
 public:
  explicit Encoded(What what) : what_(std::move(what)) {}

  const What& what() const { return what_; }
  std::shared_ptr<const std::string> in(protocol::Wire wire) {
    auto& made = made_[static_cast<std::size_t>(wire)];
    if (made) return made;
    std::string text = encoded(what_, wire);
    text.shrink_to_fit();  // it may wait for a slow reader
    made = std::make_shared<const std::string>(std::move(text));
    return made;
  }

 private:
  static std::string encoded(const protocol::PublicDelta::View& view, protocol::Wire wire) {
    return protocol::encode_public(*view, wire);
  }
  static std::string encoded(const protocol::SharedSnapshot& snapshot, protocol::Wire) {
    return protocol::encode_shared(snapshot);
  }
  static std::string encoded(const protocol::ServerMessage& message, protocol::Wire wire) {
    return protocol::encode(message, wire);
  }

  What what_;
  std::array<std::shared_ptr<const std::string>, 2> made_;
};

// The public views of a table that may be the base of a delta, the oldest first.
class PastViews {
 public:
  using View = protocol::PublicDelta::View;
  static constexpr std::size_t k_most = 16;

  // Null if there is none of that version.
  View of(std::uint64_t version) const;
  void add(View view);
  void clear() { views_.clear(); }

 private:
  std::deque<View> views_;
};

// What one viewer was shown last.
struct Shown {
  std::uint64_t version = 0;
  table::ViewerView own;
};

class Showing {
 public:
  // `past` outlives it.
  Showing(PastViews::View view, const PastViews& past) : whole_(std::move(view)), past_(past) {}

  const PastViews::View& view() const { return whole_.what(); }
  Outgoing whole(const table::ViewerView& own, protocol::Wire wire);
  // Nothing where the base is not known any more, or a delta would not be shorter than the view. `happened`: told
  // with it, in binary; may be null.
  std::optional<Outgoing> changes(const Shown& base, const table::ViewerView& own, const protocol::GameEvent* happened,
                                  protocol::Wire wire);

 private:
  protocol::PublicDelta* since(std::uint64_t version);

  Encoded<PastViews::View> whole_;
  const PastViews& past_;
  std::vector<protocol::PublicDelta> deltas_;
};

}  // namespace baize::server
