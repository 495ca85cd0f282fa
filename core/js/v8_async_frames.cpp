#include "core/js/v8_async_frames.h"

#include <utility>

#include "core/js/v8_frame_names.h"

namespace loopscope::host {

namespace {

uint32_t line_of(const SourceTree& tree, uint32_t offset) {
  uint32_t line = 0;
  uint32_t column = 0;
  tree.locate(offset, line, column);
  return line;
}

void collect_functions(const Node* node, std::vector<const Node*>& functions) {
  if (node == nullptr) return;
  if (node->kind == NodeKind::function && node->is_async) functions.push_back(node);
  for (const Node* kid : node->kids) collect_functions(kid, functions);
}

// The points where a function waits, in the engine's order: that of evaluation.
class WaitingPoints {
 public:
  explicit WaitingPoints(const Node* function) {
    if (function->is_generator) m_points.push_back(function);  // before its first statement
    m_in_generator = function->is_generator;
    visit_kids(function);
  }
  const Node* at(uint32_t index) const {
    return index < m_points.size() ? m_points[index] : nullptr;
  }

 private:
  void visit_kids(const Node* node) {
    for (const Node* kid : node->kids)
      if (kid != nullptr && kid->kind != NodeKind::function) visit(kid);
  }

  void visit(const Node* node) {
    if (node->kind == NodeKind::for_of && node->is_async) {
      visit_for_await(node);
      return;
    }
    if (node->kind == NodeKind::statement && node->text == "for")
      visit_for(node);
    else
      visit_kids(node);
    if (node->kind == NodeKind::statement && node->text == "break" && m_in_for_await)
      m_points.push_back(node);  // return() of the iterator
    if (node->kind == NodeKind::await_) m_points.push_back(node);
    // An async generator awaits what it yields, then waits to be asked for more.
    if (node->kind == NodeKind::yield_ && m_in_generator) m_points.insert(m_points.end(), 2, node);
  }

  // The engine puts the update behind the body.
  void visit_for(const Node* node) {
    for (const size_t i : {0, 1, 3, 2})
      if (i < node->kids.size() && node->kids[i] != nullptr) visit(node->kids[i]);
  }

  void visit_for_await(const Node* node) {
    constexpr size_t kIterable = 1;
    visit(node->kids[kIterable]);
    m_points.push_back(node);  // next()
    const bool outer = std::exchange(m_in_for_await, true);
    for (size_t i = 0; i < node->kids.size(); ++i)
      if (i != kIterable && node->kids[i] != nullptr) visit(node->kids[i]);
    m_in_for_await = outer;
    m_points.push_back(node);  // return(), if the body throws
  }

  std::vector<const Node*> m_points;
  bool m_in_generator = false;
  bool m_in_for_await = false;  // innermost loop or not: a break may leave it
};

// Where V8 says a point is: at the keyword, or at the variable of a loop.
uint32_t position_of(const Node* point) {
  if (point->kind != NodeKind::for_of) return point->start;
  const Node* left = point->kids[0];
  while (left->kind == NodeKind::declaration || left->kind == NodeKind::declarator)
    left = left->kids[0];
  return left->start;
}

// The point where `link` waits, in the function of its name that begins on its line.
const Node* waiting_point(const SourceTree& tree, const AsyncLink& link) {
  std::vector<const Node*> functions;
  collect_functions(tree.root(), functions);
  const std::string name = plain_function_name(link.function);
  const Node* second_best = nullptr;
  for (const Node* function : functions) {
    if (line_of(tree, function->start) != link.line) continue;
    const Node* point = WaitingPoints(function).at(link.resume_index);
    if (point == nullptr) continue;
    if (function->text == name) return point;
    if (second_best == nullptr) second_best = point;
  }
  // A module's own text, which the engine says begins on line 1.
  if (second_best == nullptr && name.empty())
    return WaitingPoints(tree.root()).at(link.resume_index);
  return second_best;
}

}  // namespace

StackFrame async_frame(ErrorState& state, const AsyncLink& link) {
  StackFrame frame;
  const SourceTree* tree = state.sources.tree(link.file);
  const Node* point = tree != nullptr ? waiting_point(*tree, link) : nullptr;
  if (point != nullptr) {
    SavedFrameInfo info{link.file, link.function, 0, 0, false};
    tree->locate(point->start, info.line, info.column);
    FrameSituation situation;
    situation.caller = FrameSituation::Caller::builtin;  // that which resumes it
    situation.is_module = state.sources.is_module(link.file);
    frame = name_frame(*tree, info, situation, position_of(point)).frame;
  } else {
    frame.fixed = "async " + link.function;
  }
  frame.async = true;
  return frame;
}

}  // namespace loopscope::host
