#include "narration/phrase.h"

#include <algorithm>

namespace baize::narration {
namespace {

constexpr std::string_view k_you_suffix = ".you";

}  // namespace

Language::Language(std::vector<Entry> entries, std::string thousands, std::string conjunction)
    : entries_(std::move(entries)), thousands_(std::move(thousands)), conjunction_(std::move(conjunction)) {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.key < b.key; });
}

std::string_view Language::text(const Phrase& phrase, Person person) const {
  const auto look_up = [this](std::string_view key) -> std::string_view {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                        [](const Entry& entry, std::string_view sought) { return entry.key < sought; });
    return found != entries_.end() && found->key == key ? std::string_view(found->text) : std::string_view{};
  };
  if (!entries_.empty()) {
    if (person == Person::second)
      if (const std::string_view text = look_up(std::string(phrase.key) + std::string(k_you_suffix)); !text.empty())
        return text;
    if (const std::string_view text = look_up(phrase.key); !text.empty()) return text;
  }
  return person == Person::second && !phrase.english_you.empty() ? phrase.english_you : phrase.english;
}

const Language& english() {
  static const Language language;
  return language;
}

void say(std::string& out, const Phrase& phrase, std::initializer_list<Part> parts, const Language& language,
         Person person) {
  const std::string_view text = language.text(phrase, person);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view hole = text.substr(open + 1, close - open - 1);
    const auto* part = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.hole == hole; });
    out += text.substr(at, open - at);
    out += part == parts.end() ? text.substr(open, close + 1 - open) : part->text;
    at = close + 1;
  }
  out += text.substr(at);
}

std::string said(const Phrase& phrase, std::initializer_list<Part> parts, const Language& language, Person person) {
  std::string out;
  say(out, phrase, parts, language, person);
  return out;
}

}  // namespace baize::narration
