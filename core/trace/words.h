#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/trace/task_table.h"
#include "core/trace/trace.h"

// How the trace's things are called in sentences: by the diff, the timeline and the exporters
// alike.
namespace loopscope::trace {

// "quiz.js:4" of "quiz.js:4:1"; what has no line and column stays as it is.
std::string_view without_column(std::string_view location);

// A length of virtual time in the unit that suits it: "850 ns", "12.5 µs", "3 ms", "1.25 s".
std::string duration_text(int64_t ns);

// An amount of data: "5 B", "16 KiB", "1.5 MiB"; objects: "1 object", "3 objects".
std::string size_text(int64_t size, bool objects);

// What a queue's tasks are called: "nextTick callback", "promise job", "immediate", …
std::string_view task_word(Queue queue);

// A task's name alone: its label, or what its queue's tasks are called.
std::string_view task_name(const Trace& trace, const TaskLife& task);

// A task as a sentence names it: "`timeout` at quiz.js:3".
std::string task_text(const Trace& trace, const TaskLife& task);

// "1 task", "2 tasks".
std::string count_text(uint64_t count, std::string_view noun);

// "once", "twice", "3 times".
std::string times_text(uint64_t count);

// The text up to its first line end.
std::string_view first_line(std::string_view text);

}  // namespace loopscope::trace
