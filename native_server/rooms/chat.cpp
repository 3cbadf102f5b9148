#include "rooms/chat.h"

namespace baize::server {

namespace {
constexpr std::size_t k_recent_requests = 256;
}

Chat::Chat(Loop& loop, Journal& journal, std::vector<ChatLine> said, std::vector<ChatLine> logged)
    : loop_(loop), journal_(journal), said_(said.begin(), said.end()), logged_(logged.begin(), logged.end()) {}

bool Chat::seen(const std::string& author, const std::string& request_id) {
  if (request_id.empty()) return false;
  const std::string key = author + '\n' + request_id;
  if (!requests_.insert(key).second) return true;
  recent_.push_back(key);
  if (recent_.size() > k_recent_requests) {
    requests_.erase(recent_.front());
    recent_.pop_front();
  }
  return false;
}

void Chat::add(ChatLine line, const std::string& request_id, std::function<void(core::Result<Added>)> done) {
  if (seen(line.uuid, request_id)) return done(Added::repeated);
  CommitUnit unit;
  unit.writes.emplace_back(line);
  journal_.commit(std::move(unit), &loop_, [this, line = std::move(line), done](CommitOutcome outcome) mutable {
    if (outcome.end != CommitOutcome::End::durable) return done(core::fail(std::move(outcome.error)));
    auto& lines = line.log ? logged_ : said_;
    lines.push_back(std::move(line));
    if (lines.size() > static_cast<std::size_t>(k_kept)) lines.pop_front();
    done(Added::stored);
  });
}

}  // namespace baize::server
