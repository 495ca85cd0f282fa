#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loopscope::gui {

// Programs that belong beside each other.
struct CompareRun {
  std::string_view lesson;  // its id in the catalogue
  std::string_view name;    // in a word or two
};
struct ComparePreset {
  std::string_view name;
  std::span<const CompareRun> runs;
  bool serves = false;  // what is compared is how visitors fare, not how the loop does
};

std::span<const ComparePreset> compare_presets();

}  // namespace loopscope::gui
