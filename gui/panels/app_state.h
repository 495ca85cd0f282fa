#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/lesson/catalog.h"
#include "core/lesson/score.h"
#include "gui/player/exploration.h"
#include "gui/player/suiting_scene.h"
#include "gui/theme/palette.h"

namespace loopscope::gui {

enum class Mode : uint8_t { kExplore, kQuiz, kCompare };
enum class Overlay : uint8_t { kNone, kScenarios, kSettings, kShortcuts, kTour, kOpen, kOutcomes };

// What the user can set, kept between launches.
struct Settings {
  ThemeKind theme = ThemeKind::kDark;
  bool colour_blind = false;
  float font_scale = 1;  // times the monitor's
  bool animations = true;
  bool tour_done = false;
  std::string semantics;  // empty: each scenario's own
  std::vector<std::string> recent;
};

// What the app shows besides the open scenario.
struct AppState {
  Mode mode = Mode::kExplore;
  std::optional<Scene> scene;  // none: what suits the run
  Overlay overlay = Overlay::kNone;
  size_t tour_page = 0;
  Settings settings;
  std::vector<lesson::Chapter> catalog;
  std::vector<lesson::Card> cards;
  lesson::ScoreBook scores;
  std::optional<size_t> compare_preset;      // none: two runs
  std::string message;                       // to be read and dismissed
  std::unique_ptr<Exploration> exploration;  // of the open program; none: not asked for yet
};

}  // namespace loopscope::gui
