// Phrases: sentences with holes, by key. Each room that speaks declares its phrases with their English beside the code
// that fills them; another language is a table from keys to texts, handed in. Knows no game, no state and no markup.
//
//   inline constexpr Phrase k_adds{"table.adds", "{name} adds {chips}", "you add {chips}"};
//   say(out, k_adds, {{"name", "Ann"}, {"chips", number(200)}});        // "Ann adds 200"
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace baize::narration {

// Whom a sentence speaks of: somebody by name, or its reader.
enum class Person { third, second };

// `english` with {hole}s; `english_you` where the reader is meant needs other words ("" : the same text).
struct Phrase {
  std::string_view key;
  std::string_view english;
  std::string_view english_you = {};
};

struct Part {
  std::string_view hole;
  std::string_view text;
};

// A language: texts by key ("table.adds", and "table.adds.you" for the second person). What it lacks is said in
// English, so a language may be half translated.
class Language {
 public:
  struct Entry {
    std::string key;
    std::string text;
  };

  // English.
  Language() = default;
  // `thousands` and `conjunction` as in "1,500" and "a, b and c".
  Language(std::vector<Entry> entries, std::string thousands, std::string conjunction);

  std::string_view text(const Phrase& phrase, Person person) const;
  std::string_view thousands() const { return thousands_; }
  std::string_view conjunction() const { return conjunction_; }

 private:
  std::vector<Entry> entries_;  // sorted by key
  std::string thousands_ = ",";
  std::string conjunction_ = " and ";
};

const Language& english();

// Appends the phrase with its holes filled. A hole that no part fills, and a brace that closes nothing, stay as they
// stand; parts are never searched for holes themselves, so names may contain braces.
void say(std::string& out, const Phrase& phrase, std::initializer_list<Part> parts,
         const Language& language = english(), Person person = Person::third);
std::string said(const Phrase& phrase, std::initializer_list<Part> parts, const Language& language = english(),
                 Person person = Person::third);

}  // namespace baize::narration
