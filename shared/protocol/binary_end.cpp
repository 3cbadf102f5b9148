#include "protocol/binary_end.h"

#include "core/binary.h"
#include "protocol/batch.h"
#include "protocol/client_codec.h"

namespace baize::protocol {

std::string BinaryEnd::write(const ClientMessage& message) const { return encode(message, Wire::cereal); }

void BinaryEnd::begin() {
  view_.reset();
  lost_ = false;
}

core::Result<void> BinaryEnd::read(std::string_view frame, std::vector<ServerMessage>& out) {
  const bool batch = !frame.empty() && static_cast<std::uint8_t>(frame.front()) == k_batch_frame;
  return batch ? read_batch(frame.substr(1), out) : read_one(frame, out);
}

// What is not known of it changes nothing, as if it had come in a frame of its own; lengths that lead beyond the end
// spoil all of it.
core::Result<void> BinaryEnd::read_batch(std::string_view frame, std::vector<ServerMessage>& out) {
  core::BinaryInput in(frame);
  in.signed_number();  // when it was sent
  std::vector<std::string_view> messages;
  while (!in.failed() && in.remaining() > 0 && messages.size() < k_most_batched)
    messages.push_back(in.text(in.count(core::k_max_binary_text)));
  if (in.failed() || in.remaining() > 0) return core::fail(core::Reason::malformed);
  core::Result<void> outcome;
  for (const std::string_view one : messages)
    if (auto read = read_one(one, out); !read) outcome = std::move(read);
  return outcome;
}

core::Result<void> BinaryEnd::read_one(std::string_view frame, std::vector<ServerMessage>& out) {
  if (!frame.empty() && static_cast<std::uint8_t>(frame.front()) == k_delta_frame) {
    if (change(frame.substr(1), out)) return {};
    // What follows is no base either, until a whole view has come.
    lost_ = lost_ || view_.has_value();
    view_.reset();
    return core::fail(core::Reason::malformed);
  }
  auto message = core::from_binary<ServerMessage>(frame);
  if (!message) return core::fail(std::move(message.error()));
  if (const auto* update = std::get_if<UpdateGame>(&*message)) view_ = update->game;
  out.push_back(std::move(*message));
  return {};
}

bool BinaryEnd::change(std::string_view frame, std::vector<ServerMessage>& out) {
  if (!view_ || frame.size() > k_most_delta_bytes) return false;
  core::BinaryInput head(frame);
  const std::uint64_t base = head.unsigned_number();
  const TimeMs late = head.signed_number();
  const auto& known = view_->shared.value;
  if (head.failed() || base != known.version) return false;
  core::KnownTexts texts(known);
  core::DeltaInput delta(frame.substr(frame.size() - head.remaining()), texts);
  UpdateGame update;
  update.game = *view_;
  delta.get(update.game.shared.value);
  delta.to_next_byte();
  const std::uint64_t version = update.game.shared.value.version;
  GameEvent happened;
  happened.version = version;
  const bool told = delta.get_if_changed(happened);
  delta.get_if_changed(update.game.viewer);
  delta.to_next_byte();
  if (delta.failed() || !delta.at_end() || version <= base || happened.version != version) return false;
  update.version = version;
  update.now =
      static_cast<TimeMs>(static_cast<std::uint64_t>(update.game.shared.value.at) + static_cast<std::uint64_t>(late));
  view_ = update.game;
  if (told) out.emplace_back(std::move(happened));
  out.emplace_back(std::move(update));
  return true;
}

}  // namespace baize::protocol
