#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::lesson {

// The order a learner types, by the numbers the lines have on the screen, counted from 1: "3 1 2",
// "3,1,2", or, of at most nine lines, "312".
struct TypedAnswer {
  std::vector<int> places;  // counted from 0, each once, up to the first mistake
  std::string problem;      // why it is no order of all lines, in a line; empty: it is one
};

TypedAnswer read_typed_answer(std::string_view text, size_t lines);

}  // namespace loopscope::lesson
