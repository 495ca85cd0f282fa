#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::gui {

enum class CommandId : uint8_t {
  kPlayPause,
  kNextEvent,
  kPreviousEvent,
  kNextTask,
  kPreviousTask,
  kNextMicrotask,
  kPreviousMicrotask,
  kNextLine,
  kPreviousLine,
  kNextPhase,
  kPreviousPhase,
  kNextIteration,
  kPreviousIteration,
  kNextOutput,
  kPreviousOutput,
  kToBreakpoint,
  kBackToBreakpoint,
  kToCursor,
  kToStart,
  kToEnd,
  kFaster,
  kSlower,
  kToggleBreakpoint,  // number: line, text: file; without: at the current line
  kEditMode,
  kSave,
  kRerun,
  kOpenDialog,
  kSearch,
  kExploreMode,
  kQuizMode,
  kCompareMode,
  kLoopView,
  kStreamsView,
  kPoolView,
  kThreadsView,
  kClusterView,
  kRequestsView,
  kArchitectureView,
  kManagerView,
  kOutcomes,
  kShowScenarios,
  kShowSettings,
  kShowShortcuts,
  kShowTour,
  // Only from panels:
  kSeek,           // number: position
  kSeekTime,       // number: ns since the program began
  kSelectTask,     // number: task index
  kSelectConsole,  // number: console event
  kSelectStream,   // number: stream; -1: none
  kFollowChunk,    // number: the chunk's root; -1: none
  kSelectAgent,    // number: agent
  kSelectMessage,  // number: message; -1: none
  kTypeAtManager,  // text: what is typed after "pm2", at the moment shown
  kTakeBackTyped,  // number: which
  kSelectRequest,  // number: request
  kSetSpeed,       // number: thousandths of an event a second
  kOpenFile,       // text: path
  kRecordLines,    // number: task index
  kMoreEvents,
  kStopRun,
  kEditText,  // text: the program's text
  kDismissMessage,
  kCompareFile,       // number: side, text: path
  kCompareSemantics,  // number: side, text: name; empty: the scenario's
  kComparePreset,     // number: which; -1: two runs, chosen freely
  kExploreAgain,      // number: the pause in ms
  kStopExploring,
  kOpenOutcome,  // text: its choices; empty: the order to teach
  kQuizMove,     // number: from * 1000 + to
  kQuizType,     // text: numbers
  kQuizCheck,
  kQuizAgain,
  kQuizWatch,  // step through the truth
  kNextQuiz,
  kCloseOverlay,
  kTourPage,  // number: page; one too many ends the tour
  kSetTheme,  // number: ThemeKind
  kSetColourBlind,
  kSetFontScale,  // number: per cent
  kSetAnimations,
  kSetSemantics,  // text: name; empty: the scenario's
};

struct Command {
  CommandId id{};
  int64_t number = -1;
  std::string text;
};

// What the user asked for in a frame, carried out after it.
class Commands {
 public:
  void give(CommandId id, int64_t number = -1, std::string text = {}) {
    m_list.push_back({id, number, std::move(text)});
  }
  std::vector<Command> take() { return std::exchange(m_list, {}); }

 private:
  std::vector<Command> m_list;
};

// A key for a command. `key` is GLFW's number; names are as printed in menus.
struct Shortcut {
  CommandId id{};
  int key = 0;
  bool ctrl = false;
  bool shift = false;
  std::string_view keys;
  std::string_view what;
};

// All, in the order the overlay shows them.
std::span<const Shortcut> shortcuts();
// The keys of a command, or nothing.
std::string_view keys_of(CommandId id);

}  // namespace loopscope::gui
