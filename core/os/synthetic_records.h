#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/os/synthetic_file.h"

namespace loopscope::os {

// Random numbers for made-up contents (SplitMix64): the same for a seed and a name.
class SyntheticRandom {
 public:
  SyntheticRandom(uint64_t seed, std::string_view name);
  uint64_t next();
  // From 0 to `count` - 1.
  size_t below(size_t count) { return static_cast<size_t>(next() % count); }

 private:
  uint64_t m_state;
};

bool has_lines(SyntheticKind kind);
// The first line of a file of this kind, if it is not like the others.
std::string header_of(SyntheticKind kind);
// So many bytes of records, the last of them whole.
std::string make_records(SyntheticKind kind, SyntheticRandom random, size_t bytes);

}  // namespace loopscope::os
