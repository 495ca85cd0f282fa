#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lesson/result.h"
#include "core/trace/trace.h"

namespace loopscope::lesson {

// A line a program printed, without its line end.
struct QuizLine {
  std::string text;
  StepIndex step;  // the console event it begins in
  bool error_stream = false;
};

// What a program printed, line by line. Blank lines are left out: nobody can place them.
std::vector<QuizLine> printed_lines(const trace::Trace& trace);

// The orders in which a program may print its lines, as `loopscope quiz FILE --orders` tells them.
struct Orders {
  std::vector<std::string> lines;        // as seed 0 prints them
  std::vector<std::vector<int>> orders;  // of indices into `lines`; the first is 0, 1, 2 …
  bool complete = true;                  // false: there may be more
};

std::string to_json(const Orders& orders);
// Problems: not such a text, an order that is no permutation.
Result<Orders> read_orders(std::string_view json);

// The orders among several outputs, the first of which is seed 0's. An output with other lines than
// the first is left out: it cannot be had by ordering.
Orders orders_of(const std::vector<std::vector<std::string>>& outputs, bool complete);

// "In which order does this print?"
struct Quiz {
  std::vector<QuizLine> lines;                 // in the order of the trace
  std::vector<std::vector<int>> legal_orders;  // of indices into `lines`; the first is the trace's
  bool order_is_open = false;                  // real Node may print them in more than one order
  bool usable = false;  // enough lines to have an order, few enough to keep in mind
};

// A trace of the program, and its other orders. Orders of other lines are not used.
Quiz make_quiz(const trace::Trace& trace, const Orders& orders = {});

// How good an answer is: a permutation of the indices of the quiz's lines. Lines of equal text are
// interchangeable.
struct Grade {
  bool right = false;
  std::vector<bool> line_right;  // by place in the answer
  int best_order = 0;            // the legal order the answer comes closest to
  // Pairs the answer has the wrong way round, the earlier line first: the few most worth
  // explaining.
  std::vector<std::pair<int, int>> wrong_pairs;
};
Grade grade(const Quiz& quiz, std::span<const int> answer);

// An order to begin with, the same for the same seed; not a right one if there is a wrong one.
std::vector<int> shuffled(const Quiz& quiz, uint64_t seed);

}  // namespace loopscope::lesson
