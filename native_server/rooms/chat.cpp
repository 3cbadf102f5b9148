#include "rooms/chat.h"

namespace baize::server {

namespace {

// Of these lines, before which so many are gone, those behind the first `heard`.
void tell_since(const std::deque<ChatLine>& lines, std::uint64_t gone, std::uint64_t heard, const Chat::Each& tell) {
  for (std::size_t i = heard > gone ? heard - gone : 0; i < lines.size(); ++i) tell(lines[i]);
}

}  // namespace

Chat::Chat(Loop& loop, Journal& journal, std::vector<ChatLine> said, std::vector<ChatLine> logged)
    : loop_(loop), journal_(journal), said_(said.begin(), said.end()), logged_(logged.begin(), logged.end()) {}

void Chat::since(const Heard& heard, const Each& said, const Each& logged) const {
  tell_since(said_, gone_.said, heard.said, said);
  tell_since(logged_, gone_.logged, heard.logged, logged);
}

void Chat::add(ChatLine line, std::function<void(core::Result<Added>)> done) {
  CommitUnit unit;
  unit.writes.emplace_back(line);
  journal_.commit(std::move(unit), &loop_,
                  [this, line = std::move(line), done = std::move(done)](CommitOutcome outcome) mutable {
                    if (outcome.error.reason == core::Reason::key_reused && outcome.end == CommitOutcome::End::refused)
                      return done(Added::repeated);
                    if (outcome.end != CommitOutcome::End::durable) return done(core::fail(std::move(outcome.error)));
                    keep(std::move(line));
                    done(Added::stored);
                  });
}

void Chat::keep(ChatLine line) {
  auto& lines = line.log ? logged_ : said_;
  auto& gone = line.log ? gone_.logged : gone_.said;
  lines.push_back(std::move(line));
  if (lines.size() <= static_cast<std::size_t>(k_kept)) return;
  lines.pop_front();
  ++gone;
}

}  // namespace baize::server
