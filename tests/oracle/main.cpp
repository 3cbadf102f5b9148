// baize-oracle FILE...: plays recorded hands through the rules and prints where they disagree. A tool for those who
// change the rules; it never writes anything but its report.
#include <exception>
#include <iostream>
#include <string>
#include <string_view>

#include "report.h"
#include "sources.h"

namespace {

constexpr std::string_view k_help =
    "baize-oracle FILE...\n"
    "Plays recorded hands of no-limit hold'em through the rules and compares every decision and the final stacks.\n"
    "FILE: .jsonl vectors, .phh or .phhs hands, an archive (.tar.xz) or a folder of them.\n"
    "Exit code 1 if anything differs or can't be read.\n";

int run(int count, char** arguments) {
  if (count < 2 || std::string_view(arguments[1]) == "--help") {
    std::cout << k_help;
    return count < 2 ? 2 : 0;
  }
  baize::oracle::Report report(std::cout);
  bool readable = true;
  for (int i = 1; i < count; ++i) {
    const std::string wrong = baize::oracle::visit_records(
        arguments[i], [&](const std::string& name, const std::string& text) { report.add_file(name, text); });
    if (wrong.empty()) continue;
    std::cerr << wrong << "\n";
    readable = false;
  }
  report.summarise();
  return readable && report.agrees() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << "baize-oracle: " << error.what() << "\n";
    return 1;
  }
}
