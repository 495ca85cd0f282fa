#pragma once

#include <filesystem>
#include <string>

#include "gui/panels/app_state.h"
#include "gui/player/quiz_round.h"
#include "gui/player/session.h"
#include "gui/widgets/ui.h"

namespace loopscope::gui {

// What window tests see of the app: its state, and where its controls stand, as JSON in a file.
class Report {
 public:
  // An empty path: no report.
  explicit Report(std::filesystem::path file) : m_file(std::move(file)) {}

  // Writes the file if anything in it changed.
  void write(const Ui& ui, const AppState& state, Session& session, const QuizRound* round,
             const Rect& window, bool busy);

 private:
  std::filesystem::path m_file;
  std::string m_written;
};

}  // namespace loopscope::gui
