#include "protocol/view_delta.h"

#include "core/binary.h"
#include "core/json_difference.h"

namespace baize::protocol {

std::shared_ptr<const std::string> PublicDelta::in(Wire wire) {
  auto& made = wire == Wire::cereal ? binary_ : json_;
  if (made) return made;
  if (wire == Wire::json) {
    core::JsonDifference difference;
    difference.put(*base_, *view_);
    failed_ = failed_ || difference.failed();
    made = std::make_shared<const std::string>(",\"patch\":[" + difference.operations());
    return made;
  }
  texts_ = core::KnownTexts(*base_);
  core::DeltaOutput delta(texts_);
  delta.put(*base_, *view_);
  failed_ = failed_ || delta.failed();
  numbers_ = delta.numbers();
  made = std::make_shared<const std::string>(delta.bytes());
  return made;
}

std::optional<UpdateEnds> PublicDelta::ends(const table::ViewerView& before, const table::ViewerView& now,
                                            const GameEvent* happened, Wire wire) {
  in(wire);
  if (failed_) return std::nullopt;
  return wire == Wire::cereal ? binary_ends(before, now, happened) : json_ends(before, now);
}

std::optional<UpdateEnds> PublicDelta::json_ends(const table::ViewerView& before, const table::ViewerView& now) const {
  core::JsonDifference own;
  own.put(before, now, "/viewer");
  if (own.failed()) return std::nullopt;
  UpdateEnds ends;
  ends.head.append(R"({"action":"update-game","type":"game_delta","version":)");
  core::write_json(ends.head, view_->version);
  ends.head.append(R"(,"base":)");
  core::write_json(ends.head, base_->version);
  ends.head.append(R"(,"now":)");
  // Each public part says its version at least, so that a comma is due.
  if (!own.operations().empty()) ends.tail.append(",");
  ends.tail.append(own.operations());
  ends.tail.append("]}");
  return ends;
}

std::optional<UpdateEnds> PublicDelta::binary_ends(const table::ViewerView& before, const table::ViewerView& now,
                                                   const GameEvent* happened) {
  UpdateEnds ends;
  core::BinaryOutput head(ends.head);
  head.put_byte(k_delta_frame);
  head.put_unsigned(base_->version);
  GameEvent nothing;
  nothing.version = view_->version;
  core::DeltaOutput tail(texts_, numbers_);
  tail.put_if_changed(nothing, happened != nullptr ? *happened : nothing);
  tail.put_if_changed(before, now);
  if (tail.failed()) return std::nullopt;
  ends.tail = tail.bytes();
  return ends;
}

}  // namespace baize::protocol
