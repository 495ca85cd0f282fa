#include "core/trace/diff.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "core/trace/json_writer.h"
#include "core/trace/service_diff.h"
#include "core/trace/task_diff.h"
#include "core/trace/task_match.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

using About = Difference::About;

void diff_headers(const Header& before, const Header& now, std::vector<Difference>& out) {
  const auto say = [&out](std::string text) {
    out.push_back({About::setup, std::move(text), std::nullopt, std::nullopt});
  };
  if (before.scenario != now.scenario)
    say("the scenario is " + now.scenario + ", was " + before.scenario);
  if (before.scenario_hash != now.scenario_hash) say("the scenario itself has been changed");
  if (before.semantics != now.semantics)
    say("the semantics are " + now.semantics + ", were " + before.semantics);
  if (before.seed != now.seed)
    say("the seed is " + std::to_string(now.seed) + ", was " + std::to_string(before.seed));
  std::map<std::string, std::pair<std::string, std::string>> options;
  for (const auto& [key, value] : before.options) options[key].first = value;
  for (const auto& [key, value] : now.options) options[key].second = value;
  for (const auto& [key, values] : options) {
    if (values.first == values.second) continue;
    const auto shown = [](const std::string& value) { return value.empty() ? "not set" : value; };
    say("the option " + key + " is " + shown(values.second) + ", was " + shown(values.first));
  }
}

struct Happening {
  std::string text;
  StepIndex step;
};

std::string place_text(const Trace& trace, StringId location) {
  if (!location) return {};
  return " at " + std::string(without_column(trace.view(location)));
}

std::string error_word(ErrorFate fate) {
  switch (fate) {
    case ErrorFate::uncaught:
      return "an uncaught error";
    case ErrorFate::uncaught_handler:
      return "an error left to 'uncaughtException'";
    case ErrorFate::unhandled_rejection:
      return "an unhandled rejection";
    case ErrorFate::rejection_handler:
      return "a rejection left to 'unhandledRejection'";
    case ErrorFate::warning:
      return "a rejection that was warned about";
  }
  return "an error";
}

// Errors and warnings, each as it is named in a sentence.
std::vector<Happening> errors_of(const Trace& trace) {
  std::vector<Happening> errors;
  for (uint64_t step = 0; step < trace.size(); ++step) {
    const Event& event = trace.events[step];
    if (is<Error>(event)) {
      const auto error = unpack<Error>(event);
      errors.push_back({error_word(error.fate) + ", \"" +
                            std::string(first_line(trace.view(error.text))) + "\"" +
                            place_text(trace, error.location),
                        StepIndex{step}});
    } else if (is<Warning>(event)) {
      errors.push_back({"a warning, \"" +
                            std::string(first_line(trace.view(unpack<Warning>(event).text))) + "\"",
                        StepIndex{step}});
    }
  }
  return errors;
}

void diff_errors(const Trace& before, const Trace& now, std::vector<Difference>& out) {
  std::vector<Happening> was = errors_of(before);
  size_t told = 0;
  for (const Happening& error : errors_of(now)) {
    const auto same = std::ranges::find(was, error.text, &Happening::text);
    if (same != was.end()) {
      was.erase(same);
    } else if (told++ < kToldAtMost) {
      out.push_back({About::error, "there is " + error.text + ", which was not there before",
                     std::nullopt, error.step});
    }
  }
  for (const Happening& error : was)
    if (told++ < kToldAtMost)
      out.push_back({About::error,
                     "there is no more " + error.text.substr(error.text.find(' ') + 1), error.step,
                     std::nullopt});
  if (told > kToldAtMost)
    out.push_back({About::error, "and " + count_text(told - kToldAtMost, "more error"),
                   std::nullopt, std::nullopt});
}

std::optional<StepIndex> find_limit(const Trace& trace) {
  for (uint64_t step = 0; step < trace.size(); ++step)
    if (is<LimitReached>(trace.events[step])) return StepIndex{step};
  return std::nullopt;
}

std::string limit_text(const Trace& trace, StepIndex step) {
  const auto limit = unpack<LimitReached>(trace.at(step));
  return "the limit " + std::string(name(limit.limit)) + place_text(trace, limit.location);
}

void diff_limits(const Trace& before, const Trace& now, std::vector<Difference>& out) {
  const auto was = find_limit(before);
  const auto is = find_limit(now);
  if (was && is) {
    if (limit_text(before, *was) != limit_text(now, *is))
      out.push_back({About::limit,
                     "the run was ended by " + limit_text(now, *is) + " instead of " +
                         limit_text(before, *was),
                     was, is});
  } else if (is) {
    out.push_back({About::limit, "the run was ended by " + limit_text(now, *is), was, is});
  } else if (was) {
    out.push_back(
        {About::limit, "the run is no longer ended by " + limit_text(before, *was), was, is});
  }
}

std::map<uint16_t, StepIndex> exits_of(const Trace& trace) {
  std::map<uint16_t, StepIndex> exits;
  for (uint64_t step = 0; step < trace.size(); ++step)
    if (is<Exit>(trace.events[step])) exits[trace.events[step].agent.value] = StepIndex{step};
  return exits;
}

void diff_exits(const Trace& before, const Trace& now, std::vector<Difference>& out) {
  const auto was = exits_of(before);
  const auto is = exits_of(now);
  for (const auto& [agent, step] : is) {
    const std::string who = agent == 0 ? "" : " of agent " + std::to_string(agent);
    const int64_t code = unpack<Exit>(now.at(step)).code;
    const auto other = was.find(agent);
    if (other == was.end()) {
      out.push_back({About::exit,
                     "there is an end" + who + ", with exit code " + std::to_string(code) +
                         ", which was not there before",
                     std::nullopt, step});
    } else if (const int64_t old = unpack<Exit>(before.at(other->second)).code; old != code) {
      out.push_back(
          {About::exit,
           "the exit code" + who + " is " + std::to_string(code) + ", was " + std::to_string(old),
           other->second, step});
    }
  }
  for (const auto& [agent, step] : was)
    if (!is.contains(agent))
      out.push_back({About::exit,
                     "the trace ends without an exit" +
                         (agent == 0 ? "" : " of agent " + std::to_string(agent)) + "; it had one",
                     step, std::nullopt});
}

VirtualTime end_of(const Trace& trace) {
  return trace.events.empty() ? VirtualTime{} : trace.events.back().time;
}

void diff_times(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                std::vector<Difference>& out) {
  const size_t found = out.size();
  diff_task_times(before, now, match, out);
  const VirtualTime was = end_of(before.trace);
  const VirtualTime is = end_of(now.trace);
  if (was != is)
    out.push_back({About::time,
                   "the run ended at " + duration_text(is.ns) + ", was " + duration_text(was.ns),
                   std::nullopt, std::nullopt});
  if (out.size() != found)
    out.insert(out.begin() + static_cast<ptrdiff_t>(found),
               {About::time, "only virtual time changed, not what happened", {}, {}});
}

std::string line_of(const Trace& trace, uint64_t step) {
  if (step >= trace.size()) return "the end of the trace";
  return event_line(trace, StepIndex{step});
}

void diff_details(const Trace& before, const Trace& now, std::vector<Difference>& out) {
  for (uint64_t step = 0; step < std::max(before.size(), now.size()); ++step) {
    const std::string was = line_of(before, step);
    const std::string is = line_of(now, step);
    if (was == is) continue;
    std::string text = "no task, line or error changed, but events did; the first is ";
    text.append(is).append(", was ").append(was);
    out.push_back({About::detail, std::move(text), StepIndex{std::min(step, before.size())},
                   StepIndex{std::min(step, now.size())}});
    return;
  }
}

}  // namespace

std::vector<Difference> diff_traces(const Trace& before, const Trace& now) {
  std::vector<Difference> out;
  diff_headers(before.header, now.header, out);
  const size_t setup = out.size();
  const ComparedTrace was(before);
  const ComparedTrace is(now);
  const TaskMatch match = match_tasks(was, is);
  diff_task_runs(was, is, match, out);
  diff_task_order(was, is, match, out);
  diff_task_places(was, is, match, out);
  diff_console(before, now, out);
  diff_services(before, now, out);
  diff_errors(before, now, out);
  diff_limits(before, now, out);
  diff_exits(before, now, out);
  if (out.size() == setup) diff_times(was, is, match, out);
  if (out.size() == setup) diff_details(before, now, out);
  return out;
}

std::string text_of(const std::vector<Difference>& differences) {
  std::string text;
  for (const Difference& difference : differences) text += "- " + difference.text + "\n";
  return text;
}

}  // namespace loopscope::trace
