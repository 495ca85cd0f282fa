#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/os/file_contents.h"

namespace loopscope::os {

enum class SyntheticKind : uint8_t { kCsv, kJsonLines, kLog, kText, kZeros, kRandom };

// A file that is said to be there: `name` is relative to the script's folder.
struct SyntheticFile {
  std::string name;
  uint64_t size = 0;
  SyntheticKind kind = SyntheticKind::kText;
};

// Its contents: made up of the seed and the name, and of nothing else; as large as they should be
// to the byte; of whole lines, where the kind has lines. They are never held in memory: about a
// megabyte of records is made when something is first read, and repeats itself all over the file.
std::shared_ptr<const Source> make_synthetic(const SyntheticFile& file, uint64_t seed);

}  // namespace loopscope::os
