#include "report.h"

#include <ostream>
#include <sstream>

#include "jsonl.h"
#include "phh.h"
#include "replay.h"

namespace baize::oracle {

void Report::add_file(const std::string& name, const std::string& text) {
  if (!name.ends_with(".jsonl")) {
    for (const Read<Record>& read : read_phh(text, name)) add(read);
    return;
  }
  std::istringstream lines(text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    add(read_vector(line, name + ":" + std::to_string(number)));
  }
}

void Report::summarise() const {
  for (const auto& [reason, count] : skipped_) out_ << "skipped " << count << ": " << reason << "\n";
  if (undecided_ > 0)
    out_ << "without a comparison of final stacks " << undecided_ << ": the winning cards are hidden\n";
  out_ << "hands " << hands_ << ", decisions " << decisions_ << ", mismatches " << mismatches_ << std::endl;
}

void Report::add(const Read<Record>& read) {
  if (!read) {
    if (read.error().kind == Refusal::Kind::skipped)
      ++skipped_[read.error().reason];
    else
      tell(read.error().name, "can't be read: " + read.error().reason);
    return;
  }
  ++hands_;
  const Outcome outcome = replay(*read);
  decisions_ += outcome.decisions;
  undecided_ += outcome.undecided ? 1 : 0;
  for (const std::string& mismatch : outcome.mismatches) tell(read->name, mismatch);
}

void Report::tell(const std::string& name, const std::string& mismatch) {
  ++mismatches_;
  out_ << name << ": " << mismatch << "\n";
}

}  // namespace baize::oracle
