// Requests that their client names with an Idempotency-Key are done once: the answer is written in the unit of the
// effect (store/unit.h, GiveAnswer), and whoever repeats the request within 24 hours gets it from there, before
// anything is judged, also after a crash. Requests of one key run one after another; refusals are not remembered.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "core/ids.h"
#include "http/router.h"
#include "store/journal.h"
#include "store/readers.h"

namespace baize::server {

class IdempotencyKeys {
 public:
  IdempotencyKeys(Journal& journal, Readers& readers) : journal_(journal), readers_(readers) {}

  // Hands the exchange on to `then`, named by its key if it has one; the unit of its effect has to give the answer
  // under that name. A repeated request is answered here. invalid-field for what is no key, key-reused where it named
  // another request, too-many where too many of one key wait. Any thread.
  void once(const core::Uuid& account, Exchange exchange, Handler then);
  // Gives the answer to a request that had no effect, in a unit of its own. Any thread.
  void give(GiveAnswer answer, const Reply& reply);

 private:
  struct Asked {
    Exchange exchange;
    Handler then;
  };
  using Turn = std::shared_ptr<Asked>;

  static std::string name_of(const Asked& asked);
  void look_up(const Turn& turn);
  void found(const Turn& turn, const core::Result<std::optional<AnswerRow>>& row);
  void turn_over(const std::string& name);

  Journal& journal_;
  Readers& readers_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::deque<Turn>> waiting_;  // behind the one that runs, by account and key
};

Response response_of(GivenAnswer answer);

}  // namespace baize::server
