#include <fstream>
#include <iostream>
#include <sstream>

#include "commands/commands.h"
#include "protocol/verify.h"

namespace baize::server {

int verify(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) {
    std::cerr << file << ": cannot be read. Give the file that a table's export.json was saved to.\n";
    return 1;
  }
  const auto report = protocol::verify_text(text.str());
  if (!report) {
    std::cerr << file << ": " << report.error().message << '\n';
    return 1;
  }
  std::cout << protocol::report_text(*report);
  const std::string fault = report->fault();
  std::cout << protocol::summary(*report) << '\n';
  return fault.empty() ? 0 : 1;
}

}  // namespace baize::server
