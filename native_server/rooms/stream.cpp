#include "rooms/stream.h"

namespace baize::server {

Stream::Stream(std::shared_ptr<RunningTable> table, std::shared_ptr<Connection> connection, Identity identity)
    : table_(std::move(table)), me_(std::move(identity), std::move(connection)) {
  me_.reads = Spectator::Reads::snapshots;
}

void Stream::begin() {
  Outgoing opened;
  opened.head = protocol::encode(protocol::StreamOpened{});
  me_.connection->send(std::move(opened));
  table_->audience.add(me_);
  table_->audience.send_view(me_);
  table_->room->came_back(me_.identity.uuid);
}

void Stream::received(std::string_view, Frame) {
  // Nothing that it could say is more than what people without a seat say.
  const auto wait = table_->wait(&windows_, me_.identity, protocol::TableVerb{protocol::StopSpectating{}});
  if (wait == 0) return;
  table_->loop().metrics().reject(core::Reason::too_many);
  Outgoing refused;
  refused.head = protocol::encode(
      protocol::error_message({core::Reason::too_many, sentence_for_wait("Too many messages", wait)}), me_.wire);
  me_.connection->send(std::move(refused));
}

void Stream::closed() {
  table_->audience.remove(me_);
  me_.connection.reset();
}

}  // namespace baize::server
