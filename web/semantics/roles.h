// How a twin is written down in HTML: its tag and its attributes. Only the document's patching uses it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/semantics/twin.h"

namespace baize::web::semantics {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// "button", "input"; a twin whose tag changes is a new element.
std::string_view tag_of(const Twin& twin);

/// All attributes but the box; for texts not the text itself.
Attributes attributes_of(const Twin& twin);

/// True for roles whose name is their content, not an aria-label.
bool named_by_content(Role role);

/// True for roles that hold other twins.
bool is_group(Role role);
bool is_dialog(Role role);

}  // namespace baize::web::semantics
