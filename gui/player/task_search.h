#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

// Finds tasks by their label, by where they are written, and by what they print. Upper and lower
// case of ASCII letters are the same. Looks through the distinct strings first, and remembers which
// of them match until another text is looked for.
class TaskSearch {
 public:
  // The index is not owned, must outlive the search, and may grow: see extend.
  explicit TaskSearch(const trace::TimelineIndex& index);

  // Takes in the events the index took in since.
  void extend();

  // An empty text is found nowhere.
  void look_for(std::string_view text);
  const std::string& text() const { return m_text; }

  // The first tasks that match, at most so many, in the order in which they were scheduled.
  std::vector<trace::TaskIndex> tasks(size_t limit) const;

  // The nearest matching event after or before that step: where a task begins to run whose label or
  // place matches, or where matching text is printed or an error with it comes up.
  std::optional<StepIndex> next(StepIndex step) const;
  std::optional<StepIndex> previous(StepIndex step) const;

 private:
  struct Scheduled {
    trace::StringId label;
    trace::StringId location;
  };
  struct Happening {
    uint32_t step = 0;
    trace::TaskIndex task;  // that begins or prints
    trace::StringId text;   // of what it prints; empty where it begins
  };

  void take_in(StepIndex step);
  void match_strings();
  bool matches(trace::StringId id) const { return m_matching[id.value] != 0; }
  bool matches(const Scheduled& task) const {
    return matches(task.label) || matches(task.location);
  }
  bool matches(const Happening& happening) const;

  const trace::TimelineIndex& m_index;
  uint64_t m_end = 0;
  std::vector<Scheduled> m_scheduled;  // by task
  std::vector<Happening> m_happenings;
  std::string m_text;               // in small letters
  std::vector<uint8_t> m_matching;  // by string
  bool m_any = false;               // any of them
};

}  // namespace loopscope::gui
