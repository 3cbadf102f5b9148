// Lifeline: for what is called back later, when whoever asked may be gone: a screen that was left, a table that was
// closed. The one who asks holds the line, and what it guards is silently not called once the line is gone.
#pragma once

#include <memory>
#include <utility>

namespace baize::web::screens {

class Lifeline {
 public:
  Lifeline() = default;
  Lifeline(const Lifeline&) = delete;
  Lifeline& operator=(const Lifeline&) = delete;

  template <class Call>
  auto guard(Call call) const {
    return [line = std::weak_ptr<int>(line_), call = std::move(call)](auto&&... args) {
      if (!line.expired()) call(std::forward<decltype(args)>(args)...);
    };
  }

 private:
  std::shared_ptr<int> line_ = std::make_shared<int>(0);
};

}  // namespace baize::web::screens
