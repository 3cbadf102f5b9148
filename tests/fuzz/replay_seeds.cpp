// Runs a fuzz target over the files of the folders that it is given, without libFuzzer: every seed, and what was once
// found by fuzzing, is tried with each ordinary check. Prints how many there were.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);

int main(int count, char** folders) {
  int seeds = 0;
  for (int i = 1; i < count; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(folders[i])) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      ++seeds;
    }
  std::cout << seeds << " passed, " << (seeds == 0 ? 1 : 0) << " failed\n";
  return seeds == 0 ? 1 : 0;
}
