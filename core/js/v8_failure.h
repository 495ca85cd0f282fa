#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/js/v8_frames.h"
#include "core/js/v8_source_tree.h"

namespace loopscope::host {

// An engine error taken apart: what the engine says, and where in the text it happened.
struct Failure {
  std::string_view name;          // "JSMSG_NOT_FUNCTION"
  std::string message;            // the engine's
  std::vector<std::string> args;  // what the engine put into it
  std::vector<SavedFrameInfo> frames;
  const SourceTree* tree = nullptr;  // of the innermost file of the program's; null if not known
  const Node* function = nullptr;    // running there
  const Node* call = nullptr;        // the call the engine was about to make, or was in
  uint32_t offset = 0;               // where the engine says it is
  bool self_hosted = false;          // thrown by a built-in that is written in JavaScript
  std::vector<std::string> argument_values;  // of the innermost function, if they may be needed
  std::string pattern;                       // of a regular expression that could not be compiled

  const std::string& arg(size_t i) const;
  // The same without the engine's quotes.
  std::string plain_arg(size_t i) const;
};

// V8's words for it.
struct Wording8 {
  std::string text;
  const char* type = nullptr;  // the error class, if it is not the engine's
  std::optional<uint32_t> position;
  bool in_builtin = false;
};

using Worder = std::optional<Wording8> (*)(const Failure& failure);

// One for every family; each answers for the messages it knows.
std::optional<Wording8> word_by_table(const Failure& failure);
std::optional<Wording8> word_property_access(const Failure& failure);
std::optional<Wording8> word_iteration(const Failure& failure);
std::optional<Wording8> word_call(const Failure& failure);
std::optional<Wording8> word_assignment(const Failure& failure);
std::optional<Wording8> word_class(const Failure& failure);
std::optional<Wording8> word_operator(const Failure& failure);
std::optional<Wording8> word_builtin(const Failure& failure);
std::optional<Wording8> word_regexp(const Failure& failure);

// The first node in `scope`'s own code (not in functions inside it) that `accepts` likes best and
// that is evaluated at or after `offset`: among equals the first evaluated. Scores of 0 are no
// match.
template <class Score>
const Node* best_node(const Node* scope, uint32_t offset, const Score& score);

// When a node's operation happens, as an offset into the text.
uint32_t operation_point(const Node* node);
std::string unquote_engine(const std::string& text);

template <class Score>
void best_node_in(const Node* node, uint32_t offset, const Score& score, const Node*& best,
                  int& best_score) {
  for (const Node* kid : node->kids) {
    if (kid == nullptr || kid->kind == NodeKind::function) continue;
    best_node_in(kid, offset, score, best, best_score);
  }
  const uint32_t point = operation_point(node);
  if (point < offset) return;
  const int rating = score(node);
  if (rating == 0 || rating < best_score) return;
  if (rating == best_score && best != nullptr && operation_point(best) <= point) return;
  best = node;
  best_score = rating;
}

template <class Score>
const Node* best_node(const Node* scope, uint32_t offset, const Score& score) {
  const Node* best = nullptr;
  int best_score = 0;
  if (scope == nullptr) return nullptr;
  for (const Node* kid : scope->kids)
    if (kid != nullptr && (scope->kind != NodeKind::program || kid->kind != NodeKind::function))
      best_node_in(kid, offset, score, best, best_score);
  return best;
}

}  // namespace loopscope::host
