#include "gui/panels/commands.h"

#include <GLFW/glfw3.h>

#include <array>

namespace loopscope::gui {
namespace {

using enum CommandId;

constexpr std::array kShortcuts = {
    Shortcut{kPlayPause, GLFW_KEY_SPACE, false, false, "Space", "Play or pause"},
    Shortcut{kNextEvent, GLFW_KEY_RIGHT, false, false, "→", "Next event"},
    Shortcut{kPreviousEvent, GLFW_KEY_LEFT, false, false, "←", "Previous event"},
    Shortcut{kNextTask, GLFW_KEY_F10, false, false, "F10", "Next task"},
    Shortcut{kPreviousTask, GLFW_KEY_F10, false, true, "Shift+F10", "Previous task"},
    Shortcut{kNextLine, GLFW_KEY_F11, false, false, "F11", "Next line"},
    Shortcut{kPreviousLine, GLFW_KEY_F11, false, true, "Shift+F11", "Previous line"},
    Shortcut{kNextMicrotask, GLFW_KEY_M, false, false, "M", "Next nextTick or promise job"},
    Shortcut{kPreviousMicrotask, GLFW_KEY_M, false, true, "Shift+M",
             "Previous nextTick or promise job"},
    Shortcut{kNextPhase, GLFW_KEY_P, false, false, "P", "Next phase"},
    Shortcut{kPreviousPhase, GLFW_KEY_P, false, true, "Shift+P", "Previous phase"},
    Shortcut{kNextIteration, GLFW_KEY_I, false, false, "I", "Next iteration of the loop"},
    Shortcut{kPreviousIteration, GLFW_KEY_I, false, true, "Shift+I",
             "Previous iteration of the loop"},
    Shortcut{kNextOutput, GLFW_KEY_O, false, false, "O", "Next console output"},
    Shortcut{kPreviousOutput, GLFW_KEY_O, false, true, "Shift+O", "Previous console output"},
    Shortcut{kToBreakpoint, GLFW_KEY_F5, false, false, "F5", "Run to the next breakpoint"},
    Shortcut{kBackToBreakpoint, GLFW_KEY_F5, false, true, "Shift+F5",
             "Run back to the last breakpoint"},
    Shortcut{kToCursor, GLFW_KEY_F10, true, false, "Ctrl+F10", "Run to the clicked line"},
    Shortcut{kToggleBreakpoint, GLFW_KEY_F9, false, false, "F9", "Breakpoint at the clicked line"},
    Shortcut{kToStart, GLFW_KEY_HOME, false, false, "Home", "To the beginning"},
    Shortcut{kToEnd, GLFW_KEY_END, false, false, "End", "To the end"},
    Shortcut{kFaster, GLFW_KEY_EQUAL, false, false, "+", "Faster"},
    Shortcut{kSlower, GLFW_KEY_MINUS, false, false, "−", "Slower"},
    Shortcut{kEditMode, GLFW_KEY_E, true, false, "Ctrl+E", "Edit the program"},
    Shortcut{kSave, GLFW_KEY_S, true, false, "Ctrl+S", "Save the program"},
    Shortcut{kRerun, GLFW_KEY_R, true, false, "Ctrl+R", "Run again"},
    Shortcut{kSearch, GLFW_KEY_F, true, false, "Ctrl+F", "Search the timeline"},
    Shortcut{kShowScenarios, GLFW_KEY_B, true, false, "Ctrl+B", "Scenarios"},
    Shortcut{kOpenDialog, GLFW_KEY_O, true, false, "Ctrl+O", "Open a file"},
    Shortcut{kExploreMode, GLFW_KEY_1, true, false, "Ctrl+1", "Explore"},
    Shortcut{kQuizMode, GLFW_KEY_2, true, false, "Ctrl+2", "Quiz"},
    Shortcut{kCompareMode, GLFW_KEY_3, true, false, "Ctrl+3", "Compare"},
    Shortcut{kOutcomes, GLFW_KEY_4, true, false, "Ctrl+4", "What else it could print"},
    Shortcut{kLoopView, GLFW_KEY_L, false, false, "L", "The event loop"},
    Shortcut{kStreamsView, GLFW_KEY_S, false, false, "S", "The streams"},
    Shortcut{kPoolView, GLFW_KEY_T, false, false, "T", "The thread pool"},
    Shortcut{kThreadsView, GLFW_KEY_W, false, false, "W", "The threads: main and workers"},
    Shortcut{kClusterView, GLFW_KEY_C, false, false, "C", "The processes: primary and workers"},
    Shortcut{kRequestsView, GLFW_KEY_R, false, false, "R", "The requests"},
    Shortcut{kArchitectureView, GLFW_KEY_A, false, false, "A", "The program's layers"},
    Shortcut{kManagerView, GLFW_KEY_G, false, false, "G", "The process manager"},
    Shortcut{kShowSettings, GLFW_KEY_COMMA, true, false, "Ctrl+,", "Settings"},
    Shortcut{kShowShortcuts, GLFW_KEY_SLASH, false, true, "?", "These shortcuts"},
    Shortcut{kShowTour, GLFW_KEY_F1, false, false, "F1", "The tour"},
};

}  // namespace

std::span<const Shortcut> shortcuts() {
  return kShortcuts;
}

std::string_view keys_of(CommandId id) {
  for (const Shortcut& shortcut : kShortcuts)
    if (shortcut.id == id) return shortcut.keys;
  return {};
}

}  // namespace loopscope::gui
