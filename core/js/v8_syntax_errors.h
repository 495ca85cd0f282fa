#pragma once

#include <js/ErrorReport.h>
#include <jsapi.h>

#include <optional>
#include <string>

#include "core/js/v8_error_state.h"
#include "core/js/v8_failure.h"

namespace loopscope::host {

// A text that does not parse, in V8's words.
struct SyntaxFault {
  std::string text;
  uint32_t start = 0;  // of what is underlined, as offsets into the source
  uint32_t end = 0;
};

// `source`: all that was compiled; `offset`: where the engine gave up.
std::optional<SyntaxFault> word_syntax_fault(const Failure& failure, std::u16string_view source,
                                             uint32_t offset);

// For an error of the engine's compiler. Remembers the excerpt of a file's text in `state`, for the
// stack of the error (Node puts it before the stack of an error in a file, not in evaluated text).
std::optional<std::string> word_syntax_error(JSContext* cx, ErrorState& state,
                                             const JSErrorReport& report, const Failure& failure);

// "file:line\nsource line\n    ^^^": the head of an uncaught error's report, with no newline after.
std::string source_excerpt(const std::string& file, const std::u16string& text, uint32_t start,
                           uint32_t end);

}  // namespace loopscope::host
