#pragma once

#include <jsapi.h>

#include <optional>
#include <string>

namespace loopscope::host {

struct ErrorState;

// Tells the errors' texts and stacks what stands in a file: V8 quotes expressions, names methods
// and shows source lines. Call it before the file is compiled. `file_name` is what its frames are
// compiled with; lines count from 1 as the file's do. Kept until the realm's context is destroyed.
void register_source(JSContext* cx, const std::string& file_name, JS::HandleString text);
// The file registered last has been compiled, or could not be: what fails to parse from now on is
// evaluated text.
void end_of_compilation(JSContext* cx);

// How V8 words an error the engine has made.
struct Worded {
  // Offset in its file of the operation that failed, where that is known better than by the engine.
  std::optional<uint32_t> position;
  // It was thrown by a built-in of the language, which V8 shows as a frame.
  bool in_builtin = false;
};

// Rewrites an error of the engine's: its message, and its type where V8 has another (then `error`
// is another object). Where V8's text names what the engine does not tell (a property, how it was
// used), the failing expression is looked up in the file's text. False: it stays as the engine
// worded it.
bool word_error(JSContext* cx, ErrorState& state, JS::MutableHandleObject error, Worded& worded);

}  // namespace loopscope::host
