#pragma once

#include <vector>

#include "core/trace/diff.h"
#include "core/trace/task_match.h"

// The parts of diff_traces. Each appends what it finds.
namespace loopscope::trace {

// At most so many sentences of one sort; the rest is counted.
inline constexpr size_t kToldAtMost = 10;

void diff_task_runs(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                    std::vector<Difference>& out);
void diff_task_order(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                     std::vector<Difference>& out);
// Of the tasks that ran in both: other queues, causes, timer delays and, if order is the same,
// other turns and phases of the loop.
void diff_task_places(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                      std::vector<Difference>& out);
void diff_task_times(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                     std::vector<Difference>& out);

void diff_console(const Trace& before, const Trace& now, std::vector<Difference>& out);

}  // namespace loopscope::trace
