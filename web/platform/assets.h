// Files that the boot script fetched beside the program (fonts), as bytes that stay where they are.
#pragma once

#include <span>
#include <string_view>

namespace baize::web::platform {

/// The bytes of this file by its path in the bundle ("fonts/text.ttf"); empty if the bundle has none. Kept for good.
std::span<const unsigned char> asset(std::string_view path);

}  // namespace baize::web::platform
