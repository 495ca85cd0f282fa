#include "gui/player/managed_story.h"

#include <algorithm>

#include "core/sim/memory_model.h"

namespace loopscope::gui {
namespace {

using trace::ManagerOp;

std::string manager_text(const trace::Trace& trace, const trace::ManagerChange& change) {
  const std::string text(trace.view(change.text));
  std::string which = "App [" + std::string(trace.view(change.app)) + ":" +
                      std::to_string(change.app_process) + "]";
  switch (change.op) {
    case ManagerOp::command:
      return "$ " + (text.starts_with("pm2") ? text : "pm2 " + text);
    case ManagerOp::start:
      return which + " starting";
    case ManagerOp::online:
      return which + " online";
    case ManagerOp::stopping:
      return which + " stopping";
    case ManagerOp::stopped:
      return which + " stopped";
    case ManagerOp::crashed:
      return which + " crashed" + (text.empty() ? "" : ": " + text);
    case ManagerOp::restart:
      return which + " restarts: " + (text.empty() ? "asked to" : text);
    case ManagerOp::backoff:
      return which + " waits " + std::to_string(change.value / 1'000'000) + " ms to restart";
    case ManagerOp::errored:
      return which + " is given up: " + text;
    case ManagerOp::deleted:
      return which + " deleted";
    case ManagerOp::memory_limit:
      return which + " is over its memory limit";
    case ManagerOp::ready:
      return which + " ready";
    case ManagerOp::options:
      return which + " added: " + text;
  }
  return which;
}

}  // namespace

void ManagedStory::extend() {
  const trace::Trace& trace = m_index.trace();
  for (; m_seen < m_index.size(); ++m_seen) {
    const trace::Event& event = trace.events[m_seen];
    const auto step = static_cast<uint32_t>(m_seen);
    if (trace::is<trace::ManagerChange>(event)) {
      note(m_seen, trace::unpack<trace::ManagerChange>(event));
    } else if (trace::is<trace::Memory>(event)) {
      m_memory.push_back(step);
    } else if (trace::is<trace::Console>(event)) {
      const auto process = process_of(event.agent);
      if (!process) continue;
      const auto console = trace::unpack<trace::Console>(event);
      std::string_view text = trace.view(console.text);
      while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        m_log.push_back(
            {step, *process, console.stream == trace::Stream::err, false, std::string(line)});
      }
    }
  }
  m_tracks.extend();
}

void ManagedStory::note(uint64_t step, const trace::ManagerChange& change) {
  if (change.agent != 0) m_process_of[static_cast<uint16_t>(change.agent)] = change.app_process;
  m_log.push_back({static_cast<uint32_t>(step), change.app_process,
                   change.op == ManagerOp::crashed || change.op == ManagerOp::errored, true,
                   manager_text(m_index.trace(), change)});
}

std::optional<uint32_t> ManagedStory::process_of(AgentId agent) const {
  const auto found = m_process_of.find(agent.value);
  if (found == m_process_of.end()) return std::nullopt;
  return found->second;
}

const std::map<uint32_t, UseCurves>& ManagedStory::curves(size_t parts) {
  if (m_curve_parts != parts || m_curves_of != m_index.size()) make_curves(parts);
  return m_curves;
}

void ManagedStory::make_curves(size_t parts) {
  m_curve_parts = parts;
  m_curves_of = m_index.size();
  m_curves.clear();
  const auto& events = m_index.trace().events;
  if (events.empty() || parts == 0) return;
  const int64_t begin = events.front().time.ns;
  const int64_t end = std::max(m_tracks.now(), begin + 1);
  const double part_ns = static_cast<double>(end - begin) / static_cast<double>(parts);
  const auto part_of = [&](int64_t ns) {
    const double part = static_cast<double>(ns - begin) / part_ns;
    return std::clamp<size_t>(static_cast<size_t>(std::max(part, 0.0)), 0, parts - 1);
  };
  for (const auto& [agent, process] : m_process_of) {
    UseCurves& curves = m_curves[process];
    curves.cpu.resize(parts);
    curves.memory.resize(parts);
    curves.loop_delay.resize(parts);
  }
  // How much of each part is covered, a span at a time.
  const auto for_parts = [&](int64_t from, int64_t to, auto&& visit) {
    for (size_t part = part_of(from); part <= part_of(to); ++part) {
      const auto part_begin = begin + static_cast<int64_t>(part_ns * static_cast<double>(part));
      const auto part_end = begin + static_cast<int64_t>(part_ns * static_cast<double>(part + 1));
      visit(part, std::min(to, part_end) - std::max(from, part_begin));
    }
  };
  for (const LoadTrack& core : m_tracks.cores()) {
    const Track& spans = core.spans();
    for (size_t i = 0; i < spans.size(); ++i) {
      const auto process = process_of(AgentId{static_cast<uint16_t>(spans.what(i))});
      if (!process) continue;
      std::vector<float>& cpu = m_curves[*process].cpu;
      for_parts(spans.begin_of(i), spans.end_of(i, m_tracks.now()), [&](size_t part, int64_t ns) {
        cpu[part] += static_cast<float>(static_cast<double>(std::max<int64_t>(ns, 0)) / part_ns);
      });
    }
  }
  for (const auto& [agent, process] : m_process_of) {
    const MachineTracks::Agent* tracks = m_tracks.agent(AgentId{agent});
    if (tracks == nullptr) continue;
    std::vector<int64_t>& delay = m_curves[process].loop_delay;
    for (size_t i = 0; i < tracks->busy.size(); ++i) {
      const int64_t from = tracks->busy.begin_of(i);
      const int64_t to = tracks->busy.end_of(i, m_tracks.now());
      for_parts(from, to,
                [&](size_t part, int64_t) { delay[part] = std::max(delay[part], to - from); });
    }
  }
  // A figure holds until the next one, or the end of its agent.
  std::map<uint16_t, std::pair<size_t, int64_t>> last;  // by agent: since which part, bytes
  const auto hold = [&](uint16_t agent, size_t until) {
    const auto process = process_of(AgentId{agent});
    const auto known = last.find(agent);
    if (!process || known == last.end()) return;
    std::vector<int64_t>& memory = m_curves[*process].memory;
    for (size_t part = known->second.first; part <= until; ++part)
      memory[part] = std::max(memory[part], known->second.second);
  };
  for (const uint32_t step : m_memory) {
    const trace::Event& event = events[step];
    const auto figure = trace::unpack<trace::Memory>(event);
    const size_t part = part_of(event.time.ns);
    hold(event.agent.value, part);
    const sim::MemoryFigures known = sim::memory_figures(
        static_cast<uint64_t>(figure.heap_bytes), static_cast<uint64_t>(figure.external_bytes));
    last[event.agent.value] = {part, static_cast<int64_t>(known.resident)};
  }
  for (const auto& [agent, figure] : last) {
    const MachineTracks::Agent* tracks = m_tracks.agent(AgentId{agent});
    const bool ended = tracks != nullptr && tracks->ended_ns;
    hold(agent, ended ? part_of(*tracks->ended_ns) : parts - 1);
  }
}

}  // namespace loopscope::gui
