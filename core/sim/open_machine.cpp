#include "core/sim/open_machine.h"

#include <algorithm>
#include <utility>

namespace loopscope::sim {

OpenMachine::OpenMachine(const std::vector<Decision>& given, int64_t longest_pause_ms,
                         bool every_step)
    : m_pause_ms(longest_pause_ms), m_every_step(every_step) {
  for (const Decision& decision : given) m_decisions[decision.agent].given.push_back(decision);
}

OpenMachine::~OpenMachine() = default;

OpenOrder& OpenMachine::of(AgentId agent) {
  std::unique_ptr<OpenOrder>& order = m_orders[agent];
  if (!order) order = std::make_unique<OpenOrder>(*this, agent);
  return *order;
}

// Agents are numbered as they are made, so who makes one must know of the one before.
void OpenMachine::begin_agent(AgentId agent, AgentId parent) {
  of(parent).step();
  if (!is_known(m_last_begun, of(parent).past()))
    note_gap("workers that different threads start are made in one order only");
  m_last_begun = of(parent).past();
  of(agent).begin_after(of(parent));
  if (m_shares_memory) note_shared_memory();
}

void OpenMachine::note_shared_memory() {
  m_shares_memory = true;
  if (m_orders.size() > 1)
    note_gap("what threads do to memory they share happens in one order only");
}

bool OpenMachine::any_other_jobs(AgentId agent) const {
  return std::any_of(m_orders.begin(), m_orders.end(), [agent](const auto& other) {
    return other.first != agent && other.second->any_jobs();
  });
}

uint64_t OpenMachine::decide(AgentId agent, ChoicePoint point, uint64_t options) {
  Decisions& own = m_decisions[agent];
  Decision decision{point, options, 0, agent};
  if (const Decision* given = next_given(own, decision)) decision.chosen = given->chosen;
  own.made.push_back(decision);
  return decision.chosen;
}

void OpenMachine::decide_by_name(AgentId agent, ChoicePoint point, uint64_t name) {
  Decisions& own = m_decisions[agent];
  const Decision decision{point, 0, name, agent};
  if (const Decision* given = next_given(own, decision); given && given->chosen != name)
    m_misfit = "choice " + std::to_string(own.next) + " is not possible";
  own.made.push_back(decision);
}

// Null: none is left.
const Decision* OpenMachine::next_given(Decisions& own, const Decision& asked) {
  if (m_misfit || own.next >= own.given.size()) return nullptr;
  const Decision& given = own.given[own.next++];
  if (given.point == asked.point && given.options == asked.options) return &given;
  m_misfit = "choice " + std::to_string(own.next) + " is " + std::string(name_of(asked.point)) +
             " with " + std::to_string(asked.options) + " options, not " +
             std::string(name_of(given.point)) + " with " + std::to_string(given.options);
  return nullptr;
}

std::optional<uint64_t> OpenMachine::given(AgentId agent, ChoicePoint point) const {
  const auto own = m_decisions.find(agent);
  if (m_misfit || own == m_decisions.end() || own->second.next >= own->second.given.size())
    return std::nullopt;
  const Decision& next = own->second.given[own->second.next];
  return next.point == point ? std::optional(next.chosen) : std::nullopt;
}

bool OpenMachine::is_given_more(AgentId agent) const {
  const auto own = m_decisions.find(agent);
  return own != m_decisions.end() && own->second.next < own->second.given.size();
}

size_t OpenMachine::decided(AgentId agent) const {
  const auto own = m_decisions.find(agent);
  return own == m_decisions.end() ? 0 : own->second.made.size();
}

std::vector<Decision> OpenMachine::decisions() const {
  std::vector<Decision> all;
  for (const auto& [agent, own] : m_decisions)
    all.insert(all.end(), own.made.begin(), own.made.end());
  return all;
}

std::optional<std::string> OpenMachine::misfit() const {
  if (m_refusal) return m_refusal;
  if (m_misfit) return m_misfit;
  size_t left = 0;
  for (const auto& [agent, own] : m_decisions) {
    // Its parent may have ended sooner.
    const auto order = m_orders.find(agent);
    if (order != m_orders.end() && order->second->is_ended_by_parent()) continue;
    left += own.given.size() - own.next;
  }
  if (left == 0) return std::nullopt;
  return std::to_string(left) + " choices are left over at its end";
}

const OpenMachine::Course* OpenMachine::foreseen(TaskId task) const {
  const auto found = m_foreseen.find(task);
  const bool arrives = found != m_foreseen.end() && found->second.arrives > VirtualTime{};
  return arrives ? &found->second : nullptr;
}

}  // namespace loopscope::sim
