// baize document: what the protocol is, without a server.
#include <iostream>

#include "commands/commands.h"
#include "documents/asyncapi.h"
#include "documents/openapi.h"
#include "documents/protocol_page.h"
#include "ops/version.h"

namespace baize::server {

int document(const std::string& name) {
  std::string text;
  if (name == "protocol") text = documents::protocol_page();
  if (name == "openapi") text = documents::openapi(version()) + "\n";
  if (name == "asyncapi") text = documents::asyncapi(version()) + "\n";
  if (text.empty()) {
    std::cerr << "There is no document '" << name << "'. There are protocol, openapi and asyncapi.\n";
    return 1;
  }
  std::cout << text;
  return std::cout.good() ? 0 : 1;
}

}  // namespace baize::server
