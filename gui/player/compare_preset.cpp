#include "gui/player/compare_preset.h"

#include <array>

namespace loopscope::gui {
namespace {

constexpr std::array kHash = {
    CompareRun{"01-event-loop/hash-handler-bad", "Sync, on the loop"},
    CompareRun{"01-event-loop/hash-handler-good", "Async, in the pool"},
    CompareRun{"01-event-loop/hash-handler-worker", "On a worker thread"}};

constexpr std::array kPresets = {ComparePreset{"GET /hash three ways", kHash}};

}  // namespace

std::span<const ComparePreset> compare_presets() {
  return kPresets;
}

}  // namespace loopscope::gui
