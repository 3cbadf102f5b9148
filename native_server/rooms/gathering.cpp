#include "rooms/gathering.h"

#include <utility>

#include "protocol/batch.h"

namespace baize::server {

namespace {

std::string text_of(const Outgoing& message, core::TimeMs now) {
  std::string text = message.head;
  if (message.clock != nullptr) text.append(message.clock(now - message.clock_from));
  if (message.shared) text.append(*message.shared);
  text.append(message.tail);
  return text;
}

}  // namespace

bool Gathering::add(Outgoing message, Haste haste, core::TimeMs now) {
  waiting_.push_back(std::move(message));
  if (!due_) due_ = now + protocol::k_batch_within;
  return haste == Haste::at_once || waiting_.size() >= protocol::k_most_batched || now >= *due_;
}

std::vector<Outgoing> Gathering::take(core::TimeMs now, protocol::Wire wire, bool together) {
  due_.reset();
  auto messages = std::exchange(waiting_, {});
  if (!together || messages.size() < 2) return messages;
  std::vector<std::string> texts;
  for (const Outgoing& one : messages) texts.push_back(text_of(one, now));
  std::vector<Outgoing> batch(1);
  batch.front().head = protocol::encode_batch(texts, now, wire);
  return batch;
}

}  // namespace baize::server
