// What else a program could print.

#include "gui/app/app.h"

namespace loopscope::gui {
namespace {

using enum CommandId;

}  // namespace

void App::explore(int64_t pause_ms) {
  ExploreRequest request;
  request.loopscope = m_options.loopscope;
  request.script = main().file();
  request.semantics = main().options().semantics;
  request.pause_ms = pause_ms;
  m_state.exploration = std::make_unique<Exploration>(std::move(request));
}

bool App::carry_out_outcomes(const Command& command) {
  switch (command.id) {
    case kOutcomes: {
      if (main().is_trace_file() || main().edited()) {
        m_state.message = main().edited() ? "Save the program first (Ctrl+S): what is explored is "
                                            "the file."
                                          : "A trace is one run; its program is needed to find "
                                            "the others.";
        return true;
      }
      set_mode(Mode::kExplore);
      m_state.overlay = Overlay::kOutcomes;
      const Exploration* known = m_state.exploration.get();
      if (known == nullptr || known->request().semantics != main().options().semantics)
        explore(ExploreRequest{}.pause_ms);
      return true;
    }
    case kExploreAgain:
      explore(command.number);
      return true;
    case kStopExploring:
      if (m_state.exploration) m_state.exploration->stop();
      return true;
    case kOpenOutcome: {
      m_state.overlay = Overlay::kNone;
      const std::filesystem::path file = main().file();
      open(file, command.text);
      return true;
    }
    default:
      return false;
  }
}

}  // namespace loopscope::gui
