#include "protocol/batch.h"

#include "core/binary.h"
#include "core/check.h"
#include "core/json_write.h"

namespace baize::protocol {

namespace {

std::string in_json(const std::vector<std::string>& messages, TimeMs timestamp) {
  std::string frame = R"({"action":"batch","timestamp":)";
  core::write_json(frame, timestamp);
  frame.append(R"(,"messages":[)");
  for (const std::string& one : messages) {
    if (&one != &messages.front()) frame.push_back(',');
    frame.append(one);
  }
  frame.append("]}");
  return frame;
}

std::string in_binary(const std::vector<std::string>& messages, TimeMs timestamp) {
  std::string frame;
  core::BinaryOutput out(frame);
  out.put_byte(k_batch_frame);
  core::put(out, timestamp);
  for (const std::string& one : messages) core::put(out, one);
  return frame;
}

}  // namespace

std::string encode_batch(const std::vector<std::string>& messages, TimeMs timestamp, Wire wire) {
  core::check(messages.size() <= k_most_batched, "a batch is bounded");
  return wire == Wire::cereal ? in_binary(messages, timestamp) : in_json(messages, timestamp);
}

}  // namespace baize::protocol
