#include "gui/player/quiz_round.h"

#include <algorithm>
#include <array>

#include "core/lesson/explain.h"
#include "core/lesson/typed_answer.h"

namespace loopscope::gui {

QuizRound::QuizRound(Session& session, std::string lesson_id, uint64_t shuffle_seed)
    : m_session(session), m_lesson_id(std::move(lesson_id)), m_seed(shuffle_seed) {
  m_child = std::make_unique<ChildProcess>(
      std::vector<std::string>{session.options().loopscope.string(), "quiz",
                               session.file().string(), "--orders"},
      "");
}

bool QuizRound::pump() {
  if (m_ready) return true;
  if (m_session.run().state() == Run::State::kRunning) return false;
  if (m_child) {
    std::array<char, 4096> buffer{};
    while (const size_t count = m_child->read(buffer)) m_orders_text.append(buffer.data(), count);
    if (m_child->error().empty() && !m_child->output_ended()) return false;
    m_child.reset();
  }
  // Without the other orders the one that ran is the only one to be right.
  if (const auto orders = lesson::read_orders(m_orders_text)) m_orders = *orders;
  make_ready();
  return true;
}

void QuizRound::renew() {
  m_generation = m_session.generation();
  m_quiz = lesson::make_quiz(m_session.run().recording().trace(), m_orders);
}

void QuizRound::make_ready() {
  m_ready = true;
  renew();
  m_answer = m_shown = lesson::shuffled(m_quiz, m_seed);
}

void QuizRound::move(size_t from, size_t to) {
  if (from == to || from >= m_answer.size() || to >= m_answer.size() || m_grade) return;
  const int line = m_answer[from];
  m_answer.erase(m_answer.begin() + static_cast<std::ptrdiff_t>(from));
  m_answer.insert(m_answer.begin() + static_cast<std::ptrdiff_t>(to), line);
}

size_t QuizRound::number_of(int line) const {
  return static_cast<size_t>(std::ranges::find(m_shown, line) - m_shown.begin()) + 1;
}

void QuizRound::type(std::string_view numbers) {
  if (m_grade || !m_quiz.usable) return;
  std::vector<int> order;
  for (const int place : lesson::read_typed_answer(numbers, m_shown.size()).places)
    order.push_back(m_shown[static_cast<size_t>(place)]);
  for (const int line : m_answer)
    if (std::ranges::find(order, line) == order.end()) order.push_back(line);
  m_answer = std::move(order);
}

void QuizRound::check() {
  if (!m_ready || m_grade || !m_quiz.usable) return;
  if (m_generation != m_session.generation()) renew();
  m_grade = lesson::grade(m_quiz, m_answer);
  const trace::TimelineIndex& index = m_session.run().recording().index();
  const auto step_of = [&](int line) { return m_quiz.lines[static_cast<size_t>(line)].step; };
  m_explanations.clear();
  // Of an order that did not happen in this run nothing can be told from its trace.
  for (const auto& [earlier, later] : m_grade->wrong_pairs)
    if (earlier < later)
      m_explanations.push_back(lesson::explain_pair(index, step_of(earlier), step_of(later)));
  if (!m_grade->wrong_pairs.empty()) return;
  for (size_t i = 0; i + 1 < m_quiz.lines.size(); ++i)
    m_explanations.push_back(
        lesson::explain_pair(index, m_quiz.lines[i].step, m_quiz.lines[i + 1].step));
}

void QuizRound::again() {
  m_grade.reset();
  m_explanations.clear();
  m_answer = m_shown = lesson::shuffled(m_quiz, ++m_seed);
}

}  // namespace loopscope::gui
