// One version of a table on its way to all who watch it: as a whole view, or as what changed since an older one that
// the viewer has. What several viewers get alike is encoded once in each form that somebody speaks. Decides nothing:
// who gets what is the audience's business.
#pragma once

#include <array>
#include <optional>
#include <utility>

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

// What one viewer was shown last.
struct Shown {
  std::uint64_t version = 0;
  table::ViewerView own;
};

class Showing {
 public:
  using View = protocol::PublicDelta::View;
  // `base`: the view before it, which most have; may be null.
  Showing(View view, View base) : whole_(std::move(view)), base_(std::move(base)) {}

  const View& view() const { return whole_.what(); }
  Outgoing whole(const table::ViewerView& own, protocol::Wire wire);
  // Nothing for who was shown another one last, or where a delta would not be shorter than the view. `happened`: told
  // with it, in binary; may be null.
  std::optional<Outgoing> changes(const Shown& last, const table::ViewerView& own, const protocol::GameEvent* happened,
                                  protocol::Wire wire);

 private:
  Encoded<View> whole_;
  View base_;
  std::optional<protocol::PublicDelta> delta_;
};

}  // namespace baize::server
