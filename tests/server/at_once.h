// Many clients that ask at the same instant: a thread each, let go together.
#pragma once

#include <latch>
#include <thread>
#include <vector>

#include "server/house.h"

namespace baize::server::testing {

// The answers to `ask(0)` to `ask(count - 1)`.
template <class Ask>
std::vector<Answer> at_once(std::size_t count, Ask ask) {
  std::vector<Answer> answers(count);
  std::latch ready(static_cast<std::ptrdiff_t>(count));
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < count; ++i)
      threads.emplace_back([&, i] {
        ready.arrive_and_wait();
        answers[i] = ask(i);
      });
  }
  return answers;
}

inline std::size_t count_status(const std::vector<Answer>& answers, int status) {
  std::size_t count = 0;
  for (const Answer& one : answers) count += one.status == status ? 1 : 0;
  return count;
}

}  // namespace baize::server::testing
