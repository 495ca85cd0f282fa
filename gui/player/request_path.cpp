#include "gui/player/request_path.h"

#include <algorithm>
#include <array>

#include "gui/player/location.h"

namespace loopscope::gui {
namespace {

constexpr std::string_view kRejected = "Promise (rejected: ";

// What variables that hold an error are called, by convention.
constexpr std::array<std::string_view, 5> kErrorNames = {"error", "err", "e", "thrown", "reason"};

// "AppError: User not found" of what a variable holds; empty: no error.
std::string error_in(std::string_view value) {
  if (value.starts_with('[')) value = value.substr(1, value.find(']') - 1);
  value = value.substr(0, value.find('\n'));
  const size_t colon = value.find(':');
  const std::string_view kind = value.substr(0, colon);
  if (kind.find("Error") == std::string_view::npos || kind.find(' ') != std::string_view::npos)
    return {};
  return std::string(value);
}

// Of the variables of a line, "name = value" each: the innermost that holds an error.
std::string error_among(std::string_view variables) {
  while (!variables.empty()) {
    const std::string_view line = variables.substr(0, variables.find('\n'));
    variables.remove_prefix(std::min(line.size() + 1, variables.size()));
    const size_t equals = line.find(" = ");
    if (equals == std::string_view::npos) continue;
    if (std::ranges::find(kErrorNames, line.substr(0, equals)) == kErrorNames.end()) continue;
    if (std::string error = error_in(line.substr(equals + 3)); !error.empty()) return error;
  }
  return {};
}

}  // namespace

std::optional<uint32_t> FileVisits::file_of(trace::StringId location) {
  if (!location) return std::nullopt;
  const auto [found, is_new] = m_by_location.try_emplace(location.value);
  if (!is_new) return found->second;
  const auto place = location_from(m_index.trace().view(location));
  if (!place || place->file.starts_with("node:")) return std::nullopt;
  const auto [file, added] = m_by_name.try_emplace(std::string(place->file), m_files.size());
  if (added) m_files.emplace_back(place->file);
  found->second = file->second;
  return found->second;
}

void FileVisits::extend() {
  const trace::Trace& trace = m_index.trace();
  for (; m_seen < m_index.size(); ++m_seen) {
    const trace::Event& event = trace.events[m_seen];
    switch (event.kind) {
      case trace::kKind<trace::Start>: {
        const trace::TaskIndex task = m_index.tasks().subject({m_seen});
        if (task) visit(m_seen, task, m_index.tasks().at(task).location, {});
        break;
      }
      case trace::kKind<trace::Enqueue>:
        file_of(trace::unpack<trace::Enqueue>(event).location);
        break;
      case trace::kKind<trace::Line>: {
        const auto line = trace::unpack<trace::Line>(event);
        visit(m_seen, m_index.tasks().running({m_seen}), line.location, line.function);
        note_error(m_seen, error_among(trace.view(line.variables)));
        break;
      }
      case trace::kKind<trace::Return>: {
        const auto left = trace::unpack<trace::Return>(event);
        std::string_view text = trace.view(left.text);
        if (text.starts_with(kRejected) && text.ends_with(')'))
          text = text.substr(kRejected.size(), text.size() - kRejected.size() - 1);
        else if (left.how != trace::FrameExit::threw)
          break;
        note_error(m_seen, error_in(text));
        break;
      }
      default:
        break;
    }
  }
}

void FileVisits::visit(uint64_t step, trace::TaskIndex task, trace::StringId location,
                       trace::StringId function) {
  const auto file = file_of(location);
  if (!file) return;
  const auto place = location_from(m_index.trace().view(location));
  const uint32_t line = place ? place->line : 0;
  if (!m_visits.empty() && m_visits.back().file == *file && m_visits.back().task == task) {
    // The first line says more than where its task is written.
    if (!m_visits.back().function) m_visits.back().function = function;
    return;
  }
  m_visits.push_back({static_cast<uint32_t>(step), *file, task, function, line});
}

void FileVisits::note_error(uint64_t step, std::string_view text) {
  if (text.empty() || m_visits.empty()) return;
  m_errors.push_back({{static_cast<uint32_t>(step), m_visits.back().file, std::string(text)},
                      m_visits.back().task});
}

std::vector<FileVisit> FileVisits::path(uint32_t request, uint64_t position, size_t most) const {
  std::vector<FileVisit> path;
  auto visit = std::ranges::lower_bound(m_visits, position, {}, &FileVisit::step);
  const trace::RequestLife* life = m_index.requests().find(request);
  const uint64_t from = life != nullptr && life->handled ? life->handled->value : 0;
  while (visit != m_visits.begin() && path.size() < most) {
    --visit;
    if (visit->step < from && request != 0) {
      // The task in which it is handled may have begun before.
      if (m_index.requests().request_of(visit->task) != request) break;
    }
    if (request == 0 || m_index.requests().request_of(visit->task) == request)
      path.push_back(*visit);
  }
  std::ranges::reverse(path);
  return path;
}

std::vector<ErrorStop> FileVisits::errors(uint32_t request, uint64_t position) const {
  std::vector<ErrorStop> stops;
  if (request == 0) return stops;
  for (const SeenError& seen : m_errors) {
    if (seen.stop.step >= position) break;
    if (m_index.requests().request_of(seen.task) != request) continue;
    if (stops.empty() || stops.back().text != seen.stop.text) stops.push_back(seen.stop);
  }
  return stops;
}

}  // namespace loopscope::gui
