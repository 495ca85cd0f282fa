// Explore, quiz or compare; and what is compared.

#include <optional>

#include "gui/app/app.h"

namespace loopscope::gui {
namespace {

namespace fs = std::filesystem;

// The preset that begins with that program.
std::optional<size_t> preset_with(const std::vector<lesson::Chapter>& catalog,
                                  const fs::path& file) {
  for (size_t i = 0; i < compare_presets().size(); ++i) {
    const lesson::Lesson* lesson =
        lesson::find_lesson(catalog, std::string(compare_presets()[i].runs.front().lesson));
    if (lesson != nullptr && lesson->file == file) return i;
  }
  return std::nullopt;
}

}  // namespace

void App::set_mode(Mode mode) {
  if (mode == m_state.mode) return;
  m_state.mode = mode;
  main().playback().pause();
  if (mode == Mode::kQuiz) {
    main().playback().seek(0);
    if (m_quiz == nullptr) start_quiz();
  }
  if (mode == Mode::kCompare) {
    const bool of_this = m_state.compare_preset
                             ? !m_sides.empty()
                             : m_sides.size() == 2 && m_sides[0]->file() == main().file();
    if (of_this) return;
    const auto preset = preset_with(m_state.catalog, main().file());
    if (preset)
      compare_preset(*preset);
    else
      compare_two();
  }
}

void App::compare_two() {
  m_state.compare_preset.reset();
  m_sides.clear();
  m_sides.resize(2);
  const std::string& semantics = main().options().semantics;
  compare_with(0, main().file(), semantics);
  compare_with(1, main().file(), semantics == "node10" ? "node20" : "node10");
}

void App::compare_preset(size_t preset) {
  std::vector<std::unique_ptr<Session>> sides;
  for (const CompareRun& run : compare_presets()[preset].runs) {
    const lesson::Lesson* lesson = lesson::find_lesson(m_state.catalog, std::string(run.lesson));
    if (lesson == nullptr) {
      m_state.message = std::string(run.lesson) + ": no such scenario";
      return m_sides.empty() ? compare_two() : void();
    }
    sides.push_back(std::make_unique<Session>(lesson->file, session_options("")));
  }
  m_sides = std::move(sides);
  m_state.compare_preset = preset;
  m_compare_panel.reset_preset();
}

void App::compare_with(size_t side, const fs::path& file, const std::string& semantics) {
  m_sides[side] = std::make_unique<Session>(file, session_options(semantics));
  m_compare_panel.reset(side);
}

}  // namespace loopscope::gui
