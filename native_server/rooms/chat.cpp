#include "rooms/chat.h"

namespace baize::server {

namespace {

constexpr std::size_t k_recent_requests = 256;

// Of these lines, before which so many are gone, those behind the first `heard`.
void tell_since(const std::deque<ChatLine>& lines, std::uint64_t gone, std::uint64_t heard, const Chat::Each& tell) {
  for (std::size_t i = heard > gone ? heard - gone : 0; i < lines.size(); ++i) tell(lines[i]);
}

}  // namespace

Chat::Chat(Loop& loop, Journal& journal, std::vector<ChatLine> said, std::vector<ChatLine> logged)
    : loop_(loop), journal_(journal), said_(said.begin(), said.end()), logged_(logged.begin(), logged.end()) {}

bool Chat::seen(const std::string& key) {
  if (key.empty()) return false;
  if (!requests_.insert(key).second) return true;
  recent_.push_back(key);
  if (recent_.size() > k_recent_requests) {
    requests_.erase(recent_.front());
    recent_.pop_front();
  }
  return false;
}

void Chat::forget(const std::string& key) {
  requests_.erase(key);
  std::erase(recent_, key);
}

void Chat::since(const Heard& heard, const Each& said, const Each& logged) const {
  tell_since(said_, gone_.said, heard.said, said);
  tell_since(logged_, gone_.logged, heard.logged, logged);
}

void Chat::add(ChatLine line, const std::string& request_id, std::function<void(core::Result<Added>)> done) {
  const std::string key = request_id.empty() ? std::string() : line.uuid + '\n' + request_id;
  if (seen(key)) return done(Added::repeated);
  CommitUnit unit;
  unit.writes.emplace_back(line);
  journal_.commit(std::move(unit), &loop_, [this, line = std::move(line), key, done](CommitOutcome outcome) mutable {
    if (outcome.end != CommitOutcome::End::durable) {
      forget(key);  // sent again, it is said
      return done(core::fail(std::move(outcome.error)));
    }
    auto& lines = line.log ? logged_ : said_;
    auto& gone = line.log ? gone_.logged : gone_.said;
    lines.push_back(std::move(line));
    if (lines.size() > static_cast<std::size_t>(k_kept)) {
      lines.pop_front();
      ++gone;
    }
    done(Added::stored);
  });
}

}  // namespace baize::server
