#pragma once

#include <string>
#include <string_view>

#include "core/trace/task_table.h"
#include "core/trace/trace.h"

// How explanations name things, in sentences for a student.
namespace loopscope::lesson {

// "line 7" of "quiz.js:7:12" in the scenario quiz.js itself, "other.js:7" in another file.
std::string place_text(const trace::Trace& trace, trace::StringId location);

// "the main script", "`beat` at line 7", "the immediate at line 8", "the `readFile` callback
// of line 8".
std::string task_words(const trace::Trace& trace, const trace::TaskTable& tasks,
                       trace::TaskIndex task);

// "1.2 ms": a moment, counted from when the program began (the trace's first event).
std::string moment_text(const trace::Trace& trace, VirtualTime time);

// The same with its first letter, if it is one, in upper case.
std::string as_sentence(std::string text);

// The line a program printed, short enough to stand in a sentence: “E: timeout”.
std::string quoted(std::string_view line);

// Whether the task is the body of an ES module, which runs as a promise job once its modules are
// loaded.
bool is_module_body(const trace::Trace& trace, const trace::TaskTable& tasks,
                    trace::TaskIndex task);

// Whether the timer is one that its own last run set again: an interval.
bool is_repetition(const trace::TaskTable& tasks, trace::TaskIndex task);

// Whether Node asked for it on the way to something the program asked for, as the steps of a
// readFile are.
bool is_inner_step(const trace::TaskTable& tasks, trace::TaskIndex task);

}  // namespace loopscope::lesson
