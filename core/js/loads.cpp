#include "core/js/loads.h"

#include <algorithm>
#include <utility>

#include "core/js/agent.h"
#include "core/js/machine.h"

namespace loopscope::host {

Loads::Loads(Machine& machine, const std::vector<load::Plan>& plans) {
  for (const load::Plan& plan : plans) {
    const auto id = static_cast<uint32_t>(m_generators.size() + 1);
    load::World world{
        machine.network(), *machine.options().choices, machine.options().recorder,
        [&machine](VirtualTime time, std::function<void()> happens) {
          return machine.scheduler().at(time, std::move(happens));
        },
        [&machine](load::World::Id happening) { machine.scheduler().cancel(happening); }};
    m_generators.push_back(std::make_unique<load::Generator>(id, plan, std::move(world)));
  }
  if (m_generators.empty()) return;
  machine.network().set_on_listening([this, &machine](const os::Address& address) {
    const VirtualTime at = machine.current().thread().now();
    for (const auto& generator : m_generators) generator->on_listening(address, at);
  });
}

void Loads::set_up() {
  for (const auto& generator : m_generators) generator->set_up();
}

void Loads::give_up(VirtualTime at) {
  for (const auto& generator : m_generators) generator->give_up(at);
}

bool Loads::have_asked_all() const {
  return any() && std::all_of(m_generators.begin(), m_generators.end(),
                              [](const auto& generator) { return generator->has_asked_all(); });
}

bool Loads::are_done() const {
  return any() && std::all_of(m_generators.begin(), m_generators.end(),
                              [](const auto& generator) { return generator->is_done(); });
}

bool ends_when_idle(Agent& agent) {
  return !agent.options().typed.empty() || agent.machine().loads().have_asked_all();
}

}  // namespace loopscope::host
