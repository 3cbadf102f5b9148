// Adds up what playing many recorded hands showed: prints each mismatch as it comes and the counts at the end.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>

#include "record.h"

namespace baize::oracle {

class Report {
 public:
  explicit Report(std::ostream& out) : out_(out) {}

  /// The text of a whole .jsonl, .phh or .phhs file.
  void add_file(const std::string& name, const std::string& text);
  /// What was skipped and why; then "hands N, decisions N, mismatches N".
  void summarise() const;
  bool agrees() const { return mismatches_ == 0; }

 private:
  void add(const Read<Record>& read);
  void tell(const std::string& name, const std::string& mismatch);

  std::ostream& out_;
  std::size_t hands_ = 0;
  std::size_t decisions_ = 0;
  std::size_t mismatches_ = 0;
  std::size_t undecided_ = 0;
  std::map<std::string, std::size_t> skipped_;
};

}  // namespace baize::oracle
