#include "net/corked_stream.h"

namespace baize::server {

void CorkedStream::flush(Failure& failure) {
  failure = {};
  while (unsent() > 0) {
    const auto count = socket_.write_some(boost::asio::buffer(out_.data() + sent_, unsent()), failure);
    sent_ += count;
    metrics_.sent_bytes.add(count);
    if (failure == boost::asio::error::would_block) {
      failure = {};
      break;
    }
    if (failure) return;
  }
  constexpr std::size_t k_keep = 16 * 1024;  // an idle connection holds no large buffer
  if (unsent() == 0) {
    out_.clear();
    sent_ = 0;
    if (out_.capacity() > k_keep) out_.shrink_to_fit();
  } else if (sent_ > out_.size() / 2) {
    out_.erase(0, sent_);
    sent_ = 0;
  }
}

void teardown(boost::beast::role_type role, CorkedStream& stream, boost::system::error_code& failure) {
  stream.flush(failure);
  boost::beast::websocket::teardown(role, stream.next_layer(), failure);
}

}  // namespace baize::server
