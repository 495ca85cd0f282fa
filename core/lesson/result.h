#pragma once

#include <string>
#include <utility>
#include <variant>

namespace loopscope::lesson {

// What is wrong with an input, in one line a user can act on: file, line, what was expected.
struct Problem {
  std::string file;
  unsigned line = 0;  // counted from 1; 0: the file as a whole
  std::string text;

  // "quiz.js:3: unknown directive @foo"
  std::string to_string() const {
    return file + (line == 0 ? "" : ":" + std::to_string(line)) + ": " + text;
  }
};

// A value, or the problem that kept us from having one.
template <typename T>
class Result {
 public:
  Result(T value) : m_content(std::move(value)) {}            // NOLINT: meant to be implicit
  Result(Problem problem) : m_content(std::move(problem)) {}  // NOLINT

  explicit operator bool() const { return std::holds_alternative<T>(m_content); }
  T& operator*() { return std::get<T>(m_content); }
  const T& operator*() const { return std::get<T>(m_content); }
  T* operator->() { return &std::get<T>(m_content); }
  const T* operator->() const { return &std::get<T>(m_content); }
  const Problem& problem() const { return std::get<Problem>(m_content); }

 private:
  std::variant<T, Problem> m_content;
};

}  // namespace loopscope::lesson
