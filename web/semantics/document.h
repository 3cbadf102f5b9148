// The document as it was last written, and the patch from there to the twins of a new frame. Elements are kept by id;
// what did not change is not touched.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "web/semantics/roles.h"

namespace baize::web::semantics {

/// A twin with its place among the others: `parent` is the index of its group in the same list, -1 for none, and always
/// smaller than its own.
struct Placed {
  Twin twin;
  int parent = -1;
  bool inert = false;
};

class Document {
 public:
  /// Makes the document show exactly these.
  void show(std::vector<Placed> twins);

  /// An entry's value as the browser has it now; it is not written back.
  void note_value(std::string_view id, std::string_view value);

  /// The nearest group around a twin of the last show() that satisfies `alive`; "" if there is none.
  template <class Alive>
  std::string surviving_group(std::string_view id, Alive alive) const {
    auto found = shown_.find(id);
    while (found != shown_.end() && !found->second.parent.empty()) {
      if (alive(found->second.parent)) return found->second.parent;
      found = shown_.find(found->second.parent);
    }
    return {};
  }

  bool has(std::string_view id) const { return shown_.find(id) != shown_.end(); }

 private:
  struct Element {
    std::string_view tag;
    Twin twin;
    Attributes attributes;
    std::string parent;
    int index = -1;
    Rect box;  // relative to the parent's content
    bool inert = false;
    std::string value;  // of an input, as the browser has it
    bool wanted = false;
  };

  /// Parents, order and boxes, once the leavers are gone and everybody else is made.
  void arrange(const std::vector<Placed>& twins);
  Element& element_for(const Twin& twin);
  static void write_attributes(Element& element, const Twin& twin);
  static void write_content(Element& element, const Twin& twin);
  static void write_box(Element& element, const Twin& twin, const Twin* group);

  std::map<std::string, Element, std::less<>> shown_;
  bool restructured_ = false;  // somebody came or went since the last arrange()
};

}  // namespace baize::web::semantics
