// Checks a table from its export, without the server: what can be proven of each deal, what can't and why, and the
// first thing that is false. `baize verify` prints it and the browser shows it; both run this code.
#pragma once

#include "protocol/export.h"

namespace baize::protocol {

struct HandReport {
  std::uint32_t number = 0;
  std::vector<std::string> proven;    // sentences
  std::vector<std::string> unproven;  // what can't be, and why
  std::string fault;                  // what is false; empty if nothing is
};

struct ExportReport {
  table::Settings settings;  // of the table: what its deals are called
  std::vector<HandReport> hands;
  // The first falsehood with its deal; empty if there is none.
  std::string fault() const;
};

ExportReport verify(const TableExport& table);
// malformed, or invalid-field for another format, where the text is no export.
core::Result<ExportReport> verify_text(std::string_view json);

// The report as lines of text, and in one sentence.
std::string report_text(const ExportReport& report);
std::string summary(const ExportReport& report);

}  // namespace baize::protocol
