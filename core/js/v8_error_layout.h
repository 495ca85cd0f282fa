#pragma once

#include <jsapi.h>

#include <optional>

namespace loopscope::host {

// Where the engine's error objects keep what it knows of an error. The engine shows fileName,
// lineNumber and columnNumber as own properties, which V8 does not have; once they are deleted,
// their slots are ours and say how the error's stack is to be formatted when it is first read, as
// V8 does it: its first line then quotes the name and message of that moment.
//
// The class of these objects is given resolve hooks, which the engine asks for properties it does
// not find: so `stack` looks like a data property that was always there.
class ErrorLayout {
 public:
  struct Stack {
    uint32_t limit = 0;                    // frames
    uint8_t entry = 0;                     // EntryFrames
    bool in_builtin = false;               // a built-in of the language threw it
    std::optional<uint32_t> top_position;  // offset of the operation in its file
    uint32_t async_chain = 0;              // in ErrorState::chains
  };
  // Gives an error's `stack` its value, when it is first asked for.
  using StackFormatter = bool (*)(JSContext* cx, JS::HandleObject error, const Stack& stack,
                                  JS::MutableHandleValue result);

  // Once in a process, with the first realm's own Error constructor. False: the engine's objects
  // look otherwise than expected, and errors must be left as they are.
  static bool learn(JSContext* cx, JS::HandleObject original_constructor, StackFormatter formatter);

  static bool is_error(JSObject* object);
  // The engine made it and it still has the engine's properties.
  static bool is_untouched(JSObject* error);
  // Takes the engine's properties away and makes `stack` pending.
  [[nodiscard]] static bool adopt(JSContext* cx, JS::HandleObject error, const Stack& stack);
  // Makes it pending (again) over other saved frames; null: none.
  [[nodiscard]] static bool set_frames(JSContext* cx, JS::HandleObject error,
                                       JS::HandleObject saved, const Stack& stack);
  // It has no `stack` at all, as when Error.stackTraceLimit is no number.
  static void forgo_stack(JSObject* error);
  // The engine's saved frames, or null.
  static JSObject* frames(JSObject* error);
};

}  // namespace loopscope::host
