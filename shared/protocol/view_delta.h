// Writing of views as what changed since an older view of the same viewer. The public part is made once for all who
// have that base; each viewer's own part is put behind it. Reading is in client_end.h and binary_end.h.
//
// In JSON it is a GameDelta. In binary (core/delta.h) it says what happened, too, in the place of a message of its own:
// a byte k_delta_frame, the base's version, `now` less the new view's `at`, the changes of the public part to a whole
// byte, then a bit and the event if there is one, a bit and the changes of the viewer's part if there are any.
#pragma once

#include <memory>
#include <optional>

#include "core/delta.h"
#include "protocol/server_codec.h"

namespace baize::protocol {

// The first byte of a delta in binary, where messages have their places among the ServerMessages.
inline constexpr auto k_delta_frame = static_cast<std::uint8_t>(std::variant_size_v<ServerMessage>);
// A longer one is not read, in bytes: a view is shorter.
inline constexpr std::size_t k_most_delta_bytes = 4096;

class PublicDelta {
 public:
  using View = std::shared_ptr<const table::PublicView>;
  PublicDelta(View base, View view) : base_(std::move(base)), view_(std::move(view)) {}

  std::uint64_t base() const { return base_->version; }
  // What all viewers with this base get alike; to be written behind the ends' head and the clock.
  std::shared_ptr<const std::string> in(Wire wire);
  // What stands around it for a viewer. Nothing if a delta cannot say it. `happened`: null where nothing did, or where
  // it has been told in a message of its own, as it always is in JSON.
  std::optional<UpdateEnds> ends(const table::ViewerView& before, const table::ViewerView& now,
                                 const GameEvent* happened, Wire wire);
  // What the clock counts from, in binary: the view's `at`.
  TimeMs at() const { return view_->at; }

 private:
  std::optional<UpdateEnds> json_ends(const table::ViewerView& before, const table::ViewerView& now) const;
  std::optional<UpdateEnds> binary_ends(const table::ViewerView& before, const table::ViewerView& now,
                                        const GameEvent* happened);

  View base_;
  View view_;
  std::shared_ptr<const std::string> json_;
  std::shared_ptr<const std::string> binary_;
  core::KnownTexts texts_;
  core::KnownNumbers numbers_;  // that a reader of `binary_` knows behind it
  bool failed_ = false;
};

}  // namespace baize::protocol
