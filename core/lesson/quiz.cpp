#include "core/lesson/quiz.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

#include "core/sim/choices.h"
#include "core/trace/json_text.h"
#include "core/trace/schema.h"

namespace loopscope::lesson {

namespace json = simdjson::dom;

namespace {

constexpr size_t kFewestLines = 2;
constexpr size_t kMostLines = 12;
constexpr size_t kMostPairs = 3;

using Order = std::vector<int>;

bool is_permutation_of(std::span<const int> order, size_t size) {
  if (order.size() != size) return false;
  std::vector<bool> seen(size);
  for (const int index : order) {
    if (index < 0 || static_cast<size_t>(index) >= size || seen[static_cast<size_t>(index)])
      return false;
    seen[static_cast<size_t>(index)] = true;
  }
  return true;
}

Order identity(size_t size) {
  Order order(size);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

// How to order `lines` so that they read as `output`; of equal lines the first comes first.
std::optional<Order> ordering(const std::vector<std::string>& lines,
                              const std::vector<std::string>& output) {
  if (lines.size() != output.size()) return std::nullopt;
  std::multimap<std::string_view, int> left;
  for (size_t i = 0; i < lines.size(); ++i) left.emplace(lines[i], static_cast<int>(i));
  Order order;
  for (const std::string& line : output) {
    const auto found = left.lower_bound(line);
    if (found == left.end() || found->first != line) return std::nullopt;
    order.push_back(found->second);
    left.erase(found);
  }
  return order;
}

std::vector<std::string> texts_of(const std::vector<QuizLine>& lines) {
  std::vector<std::string> texts;
  texts.reserve(lines.size());
  for (const QuizLine& line : lines) texts.push_back(line.text);
  return texts;
}

// Where each line stands in an order.
std::vector<size_t> places_in(std::span<const int> order) {
  std::vector<size_t> places(order.size());
  for (size_t i = 0; i < order.size(); ++i) places[static_cast<size_t>(order[i])] = i;
  return places;
}

// Splits what is written to one stream into lines, which may come in pieces.
class LineSplitter {
 public:
  void take(std::string_view text, StepIndex step, bool error_stream,
            std::vector<QuizLine>& lines) {
    std::optional<size_t>& open = m_open[error_stream ? 1 : 0];
    while (!text.empty()) {
      if (!open) {
        open = lines.size();
        lines.push_back({"", step, error_stream});
      }
      const size_t end = text.find('\n');
      lines[*open].text += text.substr(0, end);
      if (end == std::string_view::npos) return;
      open.reset();
      text.remove_prefix(end + 1);
    }
  }

 private:
  std::array<std::optional<size_t>, 2> m_open;  // the line a stream goes on with
};

bool is_legal(const Quiz& quiz, const Order& order) {
  return std::ranges::any_of(quiz.legal_orders, [&](const Order& legal) {
    return std::ranges::equal(legal, order, [&](int a, int b) {
      return quiz.lines[static_cast<size_t>(a)].text == quiz.lines[static_cast<size_t>(b)].text;
    });
  });
}

// The same answer with lines of equal text exchanged so that they come as they do in `truth`.
Order with_equals_as_in(const Quiz& quiz, std::span<const int> answer, const Order& truth) {
  std::map<std::string_view, Order> by_text;
  for (auto line = truth.rbegin(); line != truth.rend(); ++line)
    by_text[quiz.lines[static_cast<size_t>(*line)].text].push_back(*line);
  Order renamed;
  for (const int line : answer) {
    Order& left = by_text[quiz.lines[static_cast<size_t>(line)].text];
    renamed.push_back(left.back());
    left.pop_back();
  }
  return renamed;
}

// Whether every legal order has `a` before `b`.
bool always_before(const Quiz& quiz, int a, int b) {
  return std::ranges::all_of(quiz.legal_orders, [&](const Order& order) {
    return std::ranges::find(order, a) < std::ranges::find(order, b);
  });
}

// For each line, the nearest before it in the truth that the answer has behind it. Those that no
// legal order has so come first; a wrong answer has one at least, if only of an open pair.
std::vector<std::pair<int, int>> wrong_pairs(const Quiz& quiz, const Order& answer,
                                             const Order& truth) {
  const std::vector<size_t> places = places_in(answer);
  const auto is_reversed = [&](int earlier, int later) {
    return places[static_cast<size_t>(earlier)] > places[static_cast<size_t>(later)];
  };
  std::vector<std::pair<int, int>> sure;
  std::vector<std::pair<int, int>> open;
  for (size_t later = 1; later < truth.size(); ++later) {
    for (size_t earlier = later; earlier-- > 0;) {
      if (!is_reversed(truth[earlier], truth[later])) continue;
      const bool fixed = always_before(quiz, truth[earlier], truth[later]);
      (fixed ? sure : open).emplace_back(truth[earlier], truth[later]);
      if (fixed) break;
    }
  }
  if (sure.empty()) sure = std::move(open);
  if (sure.size() > kMostPairs) sure.resize(kMostPairs);
  return sure;
}

std::optional<Order> read_order(const json::element& element, size_t size) {
  json::array numbers;
  if (element.get(numbers) != simdjson::SUCCESS) return std::nullopt;
  Order order;
  for (const json::element entry : numbers) {
    int64_t number = 0;
    if (entry.get(number) != simdjson::SUCCESS) return std::nullopt;
    order.push_back(static_cast<int>(std::clamp<int64_t>(number, -1, INT32_MAX)));
  }
  if (!is_permutation_of(order, size)) return std::nullopt;
  return order;
}

}  // namespace

std::vector<QuizLine> printed_lines(const trace::Trace& trace) {
  std::vector<QuizLine> lines;
  LineSplitter splitter;
  for (uint64_t step = 0; step < trace.size(); ++step) {
    const trace::Event& event = trace.events[step];
    if (!trace::is<trace::Console>(event)) continue;
    const auto console = trace::unpack<trace::Console>(event);
    splitter.take(trace.view(console.text), StepIndex{step}, console.stream == trace::Stream::err,
                  lines);
  }
  std::erase_if(lines, [](const QuizLine& line) {
    return line.text.find_first_not_of(" \t\r") == std::string::npos;
  });
  return lines;
}

std::string to_json(const Orders& orders) {
  std::string text = "{\"lines\":[";
  for (size_t i = 0; i < orders.lines.size(); ++i) {
    if (i != 0) text += ',';
    trace::append_json_string(text, orders.lines[i]);
  }
  text += "],\"orders\":[";
  for (size_t i = 0; i < orders.orders.size(); ++i) {
    text += i == 0 ? "[" : ",[";
    for (size_t j = 0; j < orders.orders[i].size(); ++j) {
      if (j != 0) text += ',';
      trace::append_number(text, orders.orders[i][j]);
    }
    text += ']';
  }
  text += "],\"complete\":";
  text += orders.complete ? "true}" : "false}";
  return text;
}

Result<Orders> read_orders(std::string_view text) {
  const Problem malformed{"orders", 0, "expected {\"lines\":[…],\"orders\":[[0,1,…],…]}"};
  json::parser parser;
  json::element root;
  json::array lines;
  json::array lists;
  if (parser.parse(simdjson::padded_string(text)).get(root) != simdjson::SUCCESS ||
      root["lines"].get(lines) != simdjson::SUCCESS ||
      root["orders"].get(lists) != simdjson::SUCCESS)
    return malformed;
  Orders orders;
  for (const json::element entry : lines) {
    std::string_view line;
    if (entry.get(line) != simdjson::SUCCESS) return malformed;
    orders.lines.emplace_back(line);
  }
  for (const json::element entry : lists) {
    std::optional<Order> order = read_order(entry, orders.lines.size());
    if (!order) return malformed;
    orders.orders.push_back(std::move(*order));
  }
  if (root["complete"].get(orders.complete) != simdjson::SUCCESS) orders.complete = false;
  return orders;
}

Orders orders_of(const std::vector<std::vector<std::string>>& outputs, bool complete) {
  Orders orders;
  orders.complete = complete;
  if (outputs.empty()) return orders;
  orders.lines = outputs.front();
  for (const std::vector<std::string>& output : outputs) {
    const std::optional<Order> order = ordering(orders.lines, output);
    if (order && std::ranges::find(orders.orders, *order) == orders.orders.end())
      orders.orders.push_back(*order);
  }
  return orders;
}

Quiz make_quiz(const trace::Trace& trace, const Orders& orders) {
  Quiz quiz;
  quiz.lines = printed_lines(trace);
  quiz.usable = quiz.lines.size() >= kFewestLines && quiz.lines.size() <= kMostLines;
  quiz.legal_orders.push_back(identity(quiz.lines.size()));
  // The trace may be of another seed than the orders: their lines are then ours in another order.
  const std::optional<Order> ours = ordering(texts_of(quiz.lines), orders.lines);
  for (const Order& order : ours ? orders.orders : std::vector<Order>()) {
    if (!is_permutation_of(order, quiz.lines.size())) continue;
    Order renamed;
    for (const int line : order) renamed.push_back((*ours)[static_cast<size_t>(line)]);
    if (!is_legal(quiz, renamed)) quiz.legal_orders.push_back(std::move(renamed));
  }
  quiz.order_is_open = quiz.legal_orders.size() > 1;
  return quiz;
}

Grade grade(const Quiz& quiz, std::span<const int> answer) {
  Grade grade;
  grade.line_right.assign(answer.size(), false);
  if (!is_permutation_of(answer, quiz.lines.size())) return grade;
  size_t most_right = 0;
  Order best_answer;
  for (size_t i = 0; i < quiz.legal_orders.size(); ++i) {
    const Order& truth = quiz.legal_orders[i];
    const Order renamed = with_equals_as_in(quiz, answer, truth);
    std::vector<bool> right;
    for (size_t place = 0; place < truth.size(); ++place)
      right.push_back(renamed[place] == truth[place]);
    const auto count = static_cast<size_t>(std::ranges::count(right, true));
    if (i != 0 && count <= most_right) continue;
    most_right = count;
    grade.line_right = std::move(right);
    grade.best_order = static_cast<int>(i);
    best_answer = renamed;
  }
  grade.right = most_right == quiz.lines.size();
  if (!grade.right)
    grade.wrong_pairs =
        wrong_pairs(quiz, best_answer, quiz.legal_orders[static_cast<size_t>(grade.best_order)]);
  return grade;
}

std::vector<int> shuffled(const Quiz& quiz, uint64_t seed) {
  constexpr int kTries = 20;
  // Seed 0 is the one whose choices are not drawn but fixed; drawing bits it does as any other.
  sim::SeededChoices choices(seed);
  Order order = identity(quiz.lines.size());
  for (int tries = 0; tries < kTries; ++tries) {
    for (size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[choices.random_bits() % i]);
    if (!is_legal(quiz, order)) return order;
  }
  // So few wrong orders that chance missed them, or none: look through those near the truth.
  for (size_t i = 0; i + 1 < order.size(); ++i) {
    order = identity(quiz.lines.size());
    std::swap(order[i], order[i + 1]);
    if (!is_legal(quiz, order)) return order;
  }
  return order;
}

}  // namespace loopscope::lesson
