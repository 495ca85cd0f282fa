#include "core/js/v8_source_tree.h"

#include <algorithm>

#include "core/js/v8_source_parser.h"

namespace loopscope::host {

namespace {

bool is_code_unit(const Node& node) {
  if (node.kind == NodeKind::function || node.kind == NodeKind::static_block) return true;
  // a field's initializer is code of its own
  return node.kind == NodeKind::member && node.kids.size() == 2 && node.kids[1] != nullptr &&
         node.kids[1]->kind != NodeKind::function;
}

}  // namespace

std::string to_utf8(std::u16string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    uint32_t point = text[i];
    if (point >= 0xD800 && point < 0xDC00 && i + 1 < text.size())
      point = 0x10000 + ((point - 0xD800) << 10) + (text[++i] - 0xDC00U);
    if (point < 0x80) {
      result += static_cast<char>(point);
    } else if (point < 0x800) {
      result += static_cast<char>(0xC0 | (point >> 6));
      result += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
      result += static_cast<char>(0xE0 | (point >> 12));
      result += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
      result += static_cast<char>(0x80 | (point & 0x3F));
    } else {
      result += static_cast<char>(0xF0 | (point >> 18));
      result += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
      result += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
      result += static_cast<char>(0x80 | (point & 0x3F));
    }
  }
  return result;
}

SourceTree::SourceTree(std::u16string text) : m_text(std::move(text)) {
  m_line_starts.push_back(0);
  for (uint32_t i = 0; i < m_text.size(); ++i) {
    if (!is_line_end(m_text[i])) continue;
    if (m_text[i] == u'\r' && i + 1 < m_text.size() && m_text[i + 1] == u'\n') ++i;
    m_line_starts.push_back(i + 1);
  }
  SourceParser(*this).run();
  std::stable_sort(m_calls.begin(), m_calls.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

uint32_t SourceTree::offset(uint32_t line, uint32_t column) const {
  if (line == 0 || line > m_line_starts.size()) return static_cast<uint32_t>(m_text.size());
  return std::min(m_line_starts[line - 1] + (column > 0 ? column - 1 : 0),
                  static_cast<uint32_t>(m_text.size()));
}

void SourceTree::locate(uint32_t offset, uint32_t& line, uint32_t& column) const {
  const auto after = std::upper_bound(m_line_starts.begin(), m_line_starts.end(), offset);
  line = static_cast<uint32_t>(after - m_line_starts.begin());
  column = offset - *(after - 1) + 1;
}

std::u16string_view SourceTree::line(uint32_t number) const {
  if (number == 0 || number > m_line_starts.size()) return {};
  const uint32_t start = m_line_starts[number - 1];
  uint32_t end = start;
  while (end < m_text.size() && !is_line_end(m_text[end])) ++end;
  return std::u16string_view(m_text).substr(start, end - start);
}

const Node* SourceTree::function_around(uint32_t offset) const {
  const Node* best = m_root;
  const Node* node = m_root;
  while (node != nullptr) {
    const Node* inner = nullptr;
    for (const Node* kid : node->kids)
      if (kid != nullptr && kid->start <= offset && offset < kid->end) inner = kid;
    if (inner != nullptr && is_code_unit(*inner)) best = inner;
    node = inner;
  }
  return best;
}

const Node* SourceTree::call_at(uint32_t offset) const {
  const auto found =
      std::lower_bound(m_calls.begin(), m_calls.end(), offset,
                       [](const auto& call, uint32_t wanted) { return call.first < wanted; });
  return found != m_calls.end() && found->first == offset ? found->second : nullptr;
}

const Node* SourceTree::throw_at(uint32_t offset) const {
  const Node* found = nullptr;
  const Node* node = m_root;
  while (node != nullptr) {
    const Node* inner = nullptr;
    for (const Node* kid : node->kids)
      if (kid != nullptr && kid->start <= offset && offset < kid->end) inner = kid;
    if (inner != nullptr && is_code_unit(*inner)) found = nullptr;
    if (inner != nullptr && inner->kind == NodeKind::throw_) found = inner;
    node = inner;
  }
  return found;
}

const Node* statement_around(const Node* node) {
  while (node->parent != nullptr && node->kind != NodeKind::statement &&
         node->kind != NodeKind::throw_ && node->kind != NodeKind::return_ &&
         node->kind != NodeKind::declaration)
    node = node->parent;
  return node;
}

}  // namespace loopscope::host
