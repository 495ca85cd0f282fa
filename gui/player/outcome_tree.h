#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::gui {

// One of the outputs a program may have.
struct Outcome {
  std::vector<std::string> lines;  // as printed, output and errors
  int64_t exit_code = 0;
  uint64_t runs = 0;    // ways that lead to it
  std::string choices;  // the first of them, for a run
};

// What explore found: the distinct outputs, and the tree of choices that lead to them.
class OutcomeTree {
 public:
  // What `loopscope explore --json` printed. Nothing, if that is something else.
  static std::optional<OutcomeTree> parse(std::string_view json);

  const std::vector<Outcome>& outcomes() const { return m_outcomes; }
  bool complete() const { return m_complete; }
  // Why it is not complete, in words.
  const std::vector<std::string>& gaps() const { return m_gaps; }
  uint64_t runs() const { return m_runs; }

  // A line of the tree as it is shown: a question, or an answer to the one above.
  struct Row {
    size_t depth = 0;
    std::string_view text;  // the question; the answer
    bool question = false;
    bool folded = false;          // a question whose answers are not shown
    size_t node = 0;              // of a question
    std::optional<size_t> leads;  // an answer's outcome; none: another question, or nobody knows
    bool unknown = false;         // no run was left for this answer
    std::string_view choices;     // of an answer with an outcome: that very run's
  };
  // The rows from the top, at most so many; questions in `folded` are shown without answers.
  std::vector<Row> rows(const std::set<size_t>& folded, size_t limit) const;

  // The outcome with that output, if it is one of them.
  std::optional<size_t> find(const std::vector<std::string>& lines) const;

 private:
  // What follows an answer: another question, an outcome, or nothing that is known.
  struct Option {
    std::string label;
    std::optional<size_t> node;
    std::optional<size_t> outcome;
    std::string choices;
  };
  struct Node {
    std::string label;
    std::vector<Option> options;
  };

  std::vector<Outcome> m_outcomes;
  std::vector<Node> m_nodes;
  std::optional<size_t> m_root;  // none: nothing is open
  bool m_complete = false;
  std::vector<std::string> m_gaps;
  uint64_t m_runs = 0;
};

}  // namespace loopscope::gui
