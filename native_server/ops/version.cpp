#include "ops/version.h"

namespace baize::server {

std::string_view version() { return BAIZE_VERSION; }

}  // namespace baize::server
