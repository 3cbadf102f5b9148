#include "net/corked_stream.h"

namespace baize::server {

void CorkedStream::flush(Failure& failure) {
  failure = {};
  if (out_.empty()) return;
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
  if (unsent() == 0) {
    spares_.give_back(std::exchange(out_, {}));
    sent_ = 0;
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
