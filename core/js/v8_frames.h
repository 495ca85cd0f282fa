#pragma once

#include <jsapi.h>

#include <optional>
#include <string>
#include <vector>

#include "core/js/v8_error_layout.h"
#include "core/js/v8_error_state.h"

namespace loopscope::host {

// Beside an EntryFrames in ErrorLayout::Stack::entry: ticks ran before.
inline constexpr uint8_t kAfterTicks = 0x40;

// A frame as the engine saved it.
struct SavedFrameInfo {
  std::string file;
  std::string function;  // the engine's name for it
  uint32_t line = 0;     // from 1
  uint32_t column = 0;   // from 1
  bool self_hosted = false;
};

// A frame as V8 shows it; also what a CallSite tells.
struct StackFrame {
  std::string file;
  std::string function;     // may be empty
  std::string type;         // of the receiver; empty at top level
  std::string method;       // the property it was called as, if known
  std::string eval_origin;  // "eval at f (file:1:2)"
  std::string fixed;        // one of Node's own: the whole text
  uint32_t line = 0;
  uint32_t column = 0;
  bool constructor = false;
  bool async = false;
  bool builtin = false;  // of the language: no place

  std::string text() const;
};

std::vector<SavedFrameInfo> read_saved_frames(JSContext* cx, JS::HandleObject saved, size_t limit);

// At most as many frames as `stack` says, the innermost first.
std::vector<StackFrame> v8_frames(ErrorState& state, const std::vector<SavedFrameInfo>& saved,
                                  const ErrorLayout::Stack& stack);

}  // namespace loopscope::host
