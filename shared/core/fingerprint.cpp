#include "core/fingerprint.h"

namespace baize::core::detail {

void spell_leaf(std::string& text, char kind, std::size_t bound) {
  text.push_back(kind);
  if (bound != 0) text.append(std::to_string(bound));
  text.push_back(';');
}

void spell_inner(std::string& text, char kind, std::size_t bound, Speller inner) {
  spell_leaf(text, kind, bound);
  inner(text);
}

void spell_names(std::string& text, const std::string_view* names, std::size_t count) {
  text.push_back('<');
  for (std::size_t i = 0; i < count; ++i) text.append(names[i]).push_back(',');
  text.push_back('>');
}

void spell_alternatives(std::string& text, const Speller* alternatives, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    text.push_back('|');
    alternatives[i](text);
  }
  text.push_back('.');
}

void spell_members(std::string& text, const Tag& tag, const SpelledMember* members, std::size_t count) {
  text.append(tag.key).push_back('=');
  text.append(tag.name).push_back('{');
  for (std::size_t i = 0; i < count; ++i) {
    text.append(members[i].name).push_back(':');
    members[i].speller(text);
  }
  text.push_back('}');
}

}  // namespace baize::core::detail
