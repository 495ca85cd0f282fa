#include "gui/player/compare_preset.h"

#include <array>

namespace loopscope::gui {
namespace {

constexpr std::array kHash = {
    CompareRun{"01-event-loop/hash-handler-bad", "Sync, on the loop"},
    CompareRun{"01-event-loop/hash-handler-good", "Async, in the pool"},
    CompareRun{"01-event-loop/hash-handler-worker", "On a worker thread"}};

constexpr std::array kServers = {
    CompareRun{"05-cluster/under-load/one-process", "One process"},
    CompareRun{"05-cluster/under-load/four-processes", "A cluster of four"},
    CompareRun{"05-cluster/crash-under-load", "A cluster with a crash"}};

constexpr std::array kManaged = {CompareRun{"05-cluster/pm2-reload", "pm2 reload"},
                                 CompareRun{"05-cluster/pm2-reload/restart", "pm2 restart"}};

constexpr std::array kPresets = {ComparePreset{"GET /hash three ways", kHash},
                                 ComparePreset{"Servers under load", kServers, true},
                                 ComparePreset{"Reload or restart", kManaged, true}};

}  // namespace

std::span<const ComparePreset> compare_presets() {
  return kPresets;
}

}  // namespace loopscope::gui
