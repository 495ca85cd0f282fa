#include "core/scenario/outcomes.h"
#include "core/trace/json_text.h"

namespace loopscope::scenario {

namespace {

using trace::append_json_string;
using trace::append_number;

void append_member(std::string& text, std::string_view name, std::string_view value) {
  append_json_string(text, name);
  text += ':';
  append_json_string(text, value);
}

template <typename Range, typename Append>
void append_list(std::string& text, const Range& range, Append append) {
  text += '[';
  bool first = true;
  for (const auto& item : range) {
    if (!std::exchange(first, false)) text += ',';
    append(item);
  }
  text += ']';
}

std::string_view kind_of(sim::Question question) {
  switch (question) {
    case sim::Question::timer_due:
      return "timer_due";
    case sim::Question::timer_order:
      return "timer_order";
    case sim::Question::arrival:
      break;
  }
  return "arrival";
}

void append_place(std::string& text, const Exploration::Place& place) {
  if (place.node) {
    text += "\"node\":";
    append_number(text, *place.node);
  } else if (place.outcome) {
    text += "\"outcome\":";
    append_number(text, *place.outcome);
    text += ',';
    append_member(text, "choices", sim::to_text(place.decisions));
  }
}

void append_outcome(std::string& text, const Exploration::Outcome& outcome) {
  text += '{';
  append_member(text, "stdout", outcome.output.out);
  text += ',';
  append_member(text, "stderr", outcome.output.err);
  text += ",\"lines\":";
  append_list(text, outcome.output.lines,
              [&text](const std::string& line) { append_json_string(text, line); });
  text += ",\"exit_code\":";
  append_number(text, outcome.output.exit_code);
  text += ",\"runs\":";
  append_number(text, outcome.runs);
  text += ',';
  append_member(text, "choices", sim::to_text(outcome.decisions));
  text += '}';
}

void append_node(std::string& text, const Exploration::Node& node) {
  text += '{';
  append_member(text, "kind", kind_of(node.question));
  text += ",\"t\":";
  append_number(text, node.time.ns);
  text += ',';
  append_member(text, "label", node.label);
  text += ",\"options\":";
  append_list(text, node.options, [&text](const Exploration::Option& option) {
    text += '{';
    append_member(text, "label", option.label);
    if (option.to.node || option.to.outcome) text += ',';
    append_place(text, option.to);
    text += '}';
  });
  text += '}';
}

}  // namespace

std::string to_json(const Exploration& exploration, const Scenario& scenario, int64_t pause_ms) {
  std::string text = "{\"loopscope_explore\":1,";
  append_member(text, "scenario", scenario.name);
  text += ",\"pause_ms\":";
  append_number(text, pause_ms);
  text += ",\"runs\":";
  append_number(text, exploration.runs);
  text += exploration.complete ? ",\"complete\":true" : ",\"complete\":false";
  text += ",\"gaps\":";
  append_list(text, exploration.gaps,
              [&text](const std::string& gap) { append_json_string(text, gap); });
  text += ",\"outcomes\":";
  append_list(text, exploration.outcomes,
              [&text](const Exploration::Outcome& outcome) { append_outcome(text, outcome); });
  text += ",\"root\":{";
  append_place(text, exploration.root);
  text += "},\"nodes\":";
  append_list(text, exploration.nodes,
              [&text](const Exploration::Node& node) { append_node(text, node); });
  text += '}';
  return text;
}

}  // namespace loopscope::scenario
