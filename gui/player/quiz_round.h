#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lesson/quiz.h"
#include "gui/player/child_process.h"
#include "gui/player/session.h"

namespace loopscope::gui {

// One go at "in which order does this print?": the lines in the learner's order, and after the
// check how right it was and why.
class QuizRound {
 public:
  // `lesson_id`: for the score; the round of a session's scenario. The session is not owned, and
  // outlives the round.
  QuizRound(Session& session, std::string lesson_id, uint64_t shuffle_seed);

  // Goes on with asking the simulator for the other legal orders. True once all is there.
  bool pump();
  bool ready() const { return m_ready; }
  // Enough lines, and few enough, to ask for their order.
  bool usable() const { return m_quiz.usable; }

  const std::string& lesson_id() const { return m_lesson_id; }
  const lesson::Quiz& quiz() const { return m_quiz; }
  // Indices into the quiz's lines, as the learner has put them.
  const std::vector<int>& answer() const { return m_answer; }
  // Takes the line at one place to another.
  void move(size_t from, size_t to);
  // The number a line keeps while it is moved about: its place, from 1, as they were first shown.
  size_t number_of(int line) const;
  // The order as typed so far, by numbers. Lines it leaves out come behind, as they stood.
  void type(std::string_view numbers);

  void check();
  const std::optional<lesson::Grade>& grade() const { return m_grade; }
  // After the check: why the truth is so, a paragraph a wrong pair. Without wrong pairs: of the
  // lines one after another.
  const std::vector<std::string>& explanations() const { return m_explanations; }
  // Shuffled anew.
  void again();

 private:
  void make_ready();
  // The session's run may have been replaced by the same one with lines: its events have moved.
  void renew();

  Session& m_session;
  std::string m_lesson_id;
  uint64_t m_seed;
  std::unique_ptr<ChildProcess> m_child;
  std::string m_orders_text;
  bool m_ready = false;
  lesson::Orders m_orders;
  uint32_t m_generation = 0;
  lesson::Quiz m_quiz;
  std::vector<int> m_shown;  // the order they were first shown in
  std::vector<int> m_answer;
  std::optional<lesson::Grade> m_grade;
  std::vector<std::string> m_explanations;
};

}  // namespace loopscope::gui
