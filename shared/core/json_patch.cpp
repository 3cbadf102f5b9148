#include "core/json_patch.h"

#include <optional>
#include <utility>
#include <vector>

namespace baize::core {

namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t k_deepest = static_cast<std::size_t>(k_max_json_depth);

// The reference tokens of a JSON Pointer (RFC 6901 section 3); nothing if it is none, or reaches too deep.
std::optional<Tokens> tokens_of(const Json& pointer) {
  if (!pointer.is_string()) return std::nullopt;
  const auto& text = *pointer.get_ptr<const std::string*>();
  if (!text.empty() && text.front() != '/') return std::nullopt;
  Tokens tokens;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '/') {
      if (tokens.size() == k_deepest) return std::nullopt;
      tokens.emplace_back();
      continue;
    }
    char one = text[i];
    if (one == '~') {
      const char escaped = i + 1 < text.size() ? text[++i] : '\0';
      if (escaped != '0' && escaped != '1') return std::nullopt;
      one = escaped == '0' ? '~' : '/';
    }
    tokens.back().push_back(one);
  }
  return tokens;
}

// RFC 6901 section 4: digits without leading zeros. Nothing above `most`.
std::optional<std::size_t> index_of(const std::string& token, std::size_t most) {
  if (token.empty() || (token.size() > 1 && token.front() == '0')) return std::nullopt;
  std::size_t index = 0;
  for (const char digit : token) {
    if (digit < '0' || digit > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(digit - '0');
    if (index > most) return std::nullopt;
  }
  return index;
}

Json* child(Json& parent, const std::string& token) {
  if (parent.is_object()) {
    const auto found = parent.find(token);
    return found == parent.end() ? nullptr : &*found;
  }
  if (!parent.is_array() || parent.empty()) return nullptr;
  const auto index = index_of(token, parent.size() - 1);
  return index ? &(*parent.get_ptr<Json::array_t*>())[*index] : nullptr;
}

// The value that the first `count` tokens lead to; null if there is none.
Json* find(Json& document, const Tokens& tokens, std::size_t count) {
  Json* at = &document;
  for (std::size_t i = 0; i < count && at != nullptr; ++i) at = child(*at, tokens[i]);
  return at;
}

bool remove(Json& document, const Tokens& path) {
  if (path.empty()) return false;
  Json* const parent = find(document, path, path.size() - 1);
  if (parent == nullptr || child(*parent, path.back()) == nullptr) return false;
  if (parent->is_object()) {
    parent->get_ptr<Json::object_t*>()->erase(path.back());
    return true;
  }
  auto& items = *parent->get_ptr<Json::array_t*>();
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index_of(path.back(), items.size())));
  return true;
}

bool add(Json& document, const Tokens& path, Json value) {
  if (path.empty()) {
    document = std::move(value);
    return true;
  }
  Json* const parent = find(document, path, path.size() - 1);
  if (parent == nullptr) return false;
  if (parent->is_object()) {
    (*parent->get_ptr<Json::object_t*>())[path.back()] = std::move(value);
    return true;
  }
  if (!parent->is_array()) return false;
  auto& items = *parent->get_ptr<Json::array_t*>();
  const auto index = path.back() == "-" ? std::optional(items.size()) : index_of(path.back(), items.size());
  if (!index) return false;
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(*index), std::move(value));
  return true;
}

// Whether `value` may stand so many levels down. Takes what it weighs from `left`, one for each value in it.
bool fits(const Json& value, std::size_t levels, std::size_t& left) {
  if (left == 0 || levels > k_deepest) return false;
  --left;
  if (!value.is_structured()) return true;
  for (const Json& one : value)
    if (!fits(one, levels + 1, left)) return false;
  return true;
}

class Patch {
 public:
  explicit Patch(Json& document) : document_(document) {}

  bool apply(const Json& operation) {
    if (!operation.is_object()) return false;
    const auto name = operation.find("op");
    const auto pointer = operation.find("path");
    if (name == operation.end() || !name->is_string() || pointer == operation.end()) return false;
    const auto path = tokens_of(*pointer);
    if (!path) return false;
    const auto& op = *name->get_ptr<const std::string*>();
    if (op == "remove") return remove(document_, *path);
    if (op == "move" || op == "copy") return bring(operation, *path, op == "move");
    const auto value = operation.find("value");
    if (value == operation.end()) return false;
    if (op == "test") {
      const Json* const there = find(document_, *path, path->size());
      return there != nullptr && *there == *value;
    }
    std::size_t unlimited = SIZE_MAX;
    if (!fits(*value, path->size(), unlimited)) return false;
    if (op == "add") return add(document_, *path, *value);
    if (op != "replace") return false;
    Json* const there = find(document_, *path, path->size());
    if (there != nullptr) *there = *value;
    return there != nullptr;
  }

 private:
  bool bring(const Json& operation, const Tokens& path, bool move) {
    const auto pointer = operation.find("from");
    if (pointer == operation.end()) return false;
    const auto from = tokens_of(*pointer);
    Json* const there = from ? find(document_, *from, from->size()) : nullptr;
    if (there == nullptr || !fits(*there, path.size(), left_)) return false;
    if (!move) return add(document_, path, *there);
    if (*from == path) return true;
    // Nothing can be moved into itself (section 4.4).
    if (from->size() < path.size() && std::equal(from->begin(), from->end(), path.begin())) return false;
    Json value = std::move(*there);
    *there = nullptr;
    return remove(document_, *from) && add(document_, path, std::move(value));
  }

  Json& document_;
  std::size_t left_ = k_most_copied;
};

}  // namespace

Result<void> apply_patch(Json& document, const Json& patch) {
  if (!patch.is_array() || patch.size() > k_most_operations) return fail(Reason::malformed);
  Json changed = document;
  Patch applied(changed);
  for (const Json& operation : patch)
    if (!applied.apply(operation)) return fail(Reason::malformed);
  document = std::move(changed);
  return {};
}

}  // namespace baize::core
