// A golden game as text to be read, held to its file line by line. BAIZE_WRITE_GOLDEN=1 writes the file anew.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace baize::games {

// `path`: from the folder of the project, where tests run.
inline void expect_as_written(const char* path, const std::string& text) {
  if (std::getenv("BAIZE_WRITE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path;
  std::istringstream played(text);
  std::string is;
  std::string was;
  for (int line = 1; std::getline(file, was); ++line) {
    ASSERT_TRUE(std::getline(played, is)) << path << " goes on at line " << line;
    ASSERT_EQ(is, was) << path << " line " << line;
  }
  EXPECT_FALSE(std::getline(played, is)) << path << " ends before \"" << is << '"';
}

}  // namespace baize::games
