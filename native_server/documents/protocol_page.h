// The protocol in words for people, as a page of Markdown: routes and messages from the same rows as the OpenAPI and
// AsyncAPI documents. docs/protocol.md is this page; a test holds it to that.
#pragma once

#include <string>

namespace baize::server::documents {

std::string protocol_page();

}  // namespace baize::server::documents
