#include "core/js/machine.h"

#include <utility>

#include "core/js/agent.h"
#include "core/js/loads.h"
#include "core/js/message_payload.h"
#include "core/js/ordered_output.h"
#include "core/js/process.h"
#include "core/js/processes.h"
#include "core/sim/open_machine.h"

namespace loopscope::host {

namespace {

constexpr int64_t kNsPerMs = 1'000'000;
constexpr os::Owner kUser{kUserId, kUserId};

// More than the program may take: close to its own limit the engine collects again and again, while
// the memory meter ends the run at once. And room, since the engine does not survive a refusal in
// the middle of a collection: for what one can move, and for what comes between two looks of the
// meter.
uint64_t hard_bound_bytes(uint64_t limit) {
  constexpr uint64_t kRoom = 256ULL << 20;
  return limit + limit / 4 + kRoom;
}

bool is_slow(const os::NetworkOptions& network) {
  return network.latency_max > VirtualTime{} || network.bytes_per_second != 0;
}

sim::Scheduler::Options scheduler_options(const ProgramOptions& options, Machine& machine) {
  sim::Scheduler::Options scheduler;
  // Where the order is open, waiting for a core is a pause like any other.
  scheduler.cpus = options.open_machine == nullptr ? options.cpus : UINT16_MAX;
  scheduler.stack_bytes = Engine::kThreadStackBytes;
  scheduler.watcher = &machine;
  return scheduler;
}

}  // namespace

Machine::Machine(const ProgramOptions& options)
    : m_options(options),
      m_host_folder(scenario_folder(options.script)),
      m_file_tree([this] {
        return os::FileTime{kEpochMs * kNsPerMs + (m_current == nullptr ? 0 : m_current->now().ns)};
      }),
      m_network(options.network, *options.choices, [this](VirtualTime at) { expect_arrival(at); }),
      m_memory_bound(hard_bound_bytes(options.limits.memory_bytes)),
      m_processes(std::make_unique<Processes>(*this)),
      m_output(std::make_unique<OrderedOutput>(*options.output)),
      m_loads(std::make_unique<Loads>(*this, options.loads)),
      m_scheduler(scheduler_options(options, *this)) {
  if (options.recorder == nullptr) return;
  m_network.set_on_request([this](uint32_t number, os::SocketId connection, VirtualTime at) {
    note_request(number, connection, at);
  });
  // What comes while a single agent computes is only found when it looks.
  if (is_slow(options.network)) options.recorder->hold_back();
}

Machine::~Machine() = default;

ProgramResult Machine::run() {
  m_scheduler.add_agent("main", {}, [this](sim::AgentThread& thread) { run_main(thread); });
  const sim::Scheduler::Result ended = m_scheduler.run();
  m_loads->give_up(ended.ended_at);
  m_output->settle_all();
  if (m_options.recorder != nullptr) m_options.recorder->settle_all();
  return m_result;
}

Agent* Machine::find(AgentId id) const {
  const auto found = m_agents.find(id);
  return found == m_agents.end() ? nullptr : found->second;
}

void Machine::wake(const Agent& agent, VirtualTime at) {
  if (m_several) m_scheduler.wake(agent.id(), at);
}

// A single agent looks at the network itself, whenever it has something to do.
void Machine::expect_arrival(VirtualTime at) {
  if (m_several) m_scheduler.at(at, [this, at] { m_network.advance(at); });
}

void Machine::note_request(uint32_t number, os::SocketId connection, VirtualTime at) {
  m_options.recorder->request({at, kOutside, {}},
                              {trace::RequestOp::arrive, number, connection, 0, 0, {}, {}});
}

void Machine::looked_at_network() {
  if (!m_several && m_options.recorder != nullptr)
    m_options.recorder->settle(m_network.looked_until());
}

void Machine::enter(Agent& agent) {
  m_agents[agent.id()] = &agent;
  if (m_parent_runtime == nullptr) m_parent_runtime = JS_GetRuntime(agent.cx());
}

void Machine::leave(Agent& agent) {
  m_agents.erase(agent.id());
}

// The machine's files: the scenario's folder, and what every machine has.
void Machine::set_up_files() {
  constexpr uint32_t kForAll = 01777;
  m_file_tree.make_folders("/tmp", {})->permissions = kForAll;
  m_file_tree.make_folders("/home/node", kUser);
  m_file_tree.make_folders("/home", {})->owner = {};
  os::add_devices(m_file_tree);
  // A program that copies or reads itself finds something of the right size.
  constexpr uint64_t kNodeBytes = 98'000'000;
  m_file_tree.declare(
      kExecPath, os::make_synthetic({kExecPath, kNodeBytes, os::SyntheticKind::kRandom}, 0), {});
  if (m_options.script_text) m_host_folder.set_text(m_options.script, *m_options.script_text);
  m_file_tree.lay_under(scenario_folder(m_options.script).string(), m_host_folder, kUser);
  const std::string script_folder = m_options.script.parent_path().string();
  for (const os::SyntheticFile& file : m_options.files)
    m_file_tree.declare(script_folder + "/" + file.name, make_synthetic(file, m_options.seed),
                        kUser);
}

void Machine::run_main(sim::AgentThread& thread) {
  Agent agent(thread, *this, nullptr);
  set_up_files();
  Process& process = m_processes->add_first();
  agent.join(process);
  if (m_loads->any()) {
    set_current(agent);
    become_several();
    m_loads->set_up();
  }
  m_result = agent.run();
  m_processes->end_first(thread, process, m_result.exit_code);
}

AgentId Machine::start_worker(WorkerSetup setup,
                              const std::function<void(AgentId, WorkerSetup&)>& prepare) {
  become_several();
  Agent& parent = current();
  Process& process = parent.process();
  setup.parent = parent.id();
  setup.thread_id = process.new_thread_id();
  const auto shared = std::make_shared<WorkerSetup>(std::move(setup));
  const AgentId id = m_scheduler.add_agent(
      "worker " + std::to_string(shared->thread_id), parent.thread().now(),
      [this, &process, shared](sim::AgentThread& thread) { run_worker(thread, process, *shared); });
  if (m_options.open_machine != nullptr) m_options.open_machine->begin_agent(id, parent.id());
  prepare(id, *shared);
  return id;
}

void Machine::become_several() {
  if (std::exchange(m_several, true)) return;
  if (m_options.readings != nullptr) m_options.readings->note_several_agents();
  if (const auto arrival = m_network.next_arrival()) expect_arrival(*arrival);
  m_output->hold_back();
  if (m_options.recorder == nullptr) return;
  m_options.recorder->hold_back();
  on_core_taken(current().thread(), {});
}

void Machine::run_worker(sim::AgentThread& thread, Process& process, const WorkerSetup& setup) {
  WorkerEnd end{thread.id(), 0, false, {}, 0};  // as if it was told to end before it began
  if (!thread.ending()) {
    const uint64_t own_bytes = Engine::kThreadStackBytes + Engine::kChildBytes;
    m_memory_bound.widener().widen(static_cast<int64_t>(own_bytes));
    {
      Agent agent(thread, *this, &setup);
      agent.join(process);
      end.exit_code = agent.run().exit_code;
      end.out_of_memory = agent.ran_out_of_memory();
    }
    m_memory_bound.widener().widen(-static_cast<int64_t>(own_bytes));
  }
  end_worker(thread, setup, end);
}

void Machine::end_worker(sim::AgentThread& thread, const WorkerSetup& setup, WorkerEnd end) {
  const trace::Stamp stamp{thread.now(), thread.id(), {}};
  if (m_options.recorder != nullptr) m_options.recorder->exit(stamp, end.exit_code);
  m_wait_list.forget(thread.id());
  for (const workers::PortId port : m_ports.of(thread.id())) close_port(port, thread, stamp);
  end.arrives = thread.now() + m_options.costs.message_latency;
  if (m_options.open_machine != nullptr)
    end.sent = m_options.open_machine->of(thread.id())
                   .send(end_channel(thread.id()), "the end of " + thread.name(), thread.now());
  Agent* const parent = find(setup.parent);
  if (parent == nullptr) return;
  parent->note_worker_end(end);
  thread.wake(setup.parent, end.arrives);
}

void Machine::end_run(int exit_code) {
  if (std::exchange(m_run_ending, true)) return;
  m_forced_exit_code = exit_code;
  Agent& agent = current();
  if (agent.id() != agent.process().main())
    agent.thread().end(agent.process().main(), agent.thread().now());
  m_processes->end_all(agent.thread());
}

void Machine::tell_of(const os::FileEvent& event, const Process& process) {
  for (const auto& [id, agent] : m_agents)
    if (&agent->process() == &process) agent->file_watchers().on_event(event);
}

void Machine::close_port(workers::PortId port, sim::AgentThread& by, const trace::Stamp& stamp) {
  if (!m_ports.is_open(port)) return;
  const workers::PortId peer = m_ports.peer(port);
  VirtualTime arrives = stamp.time;
  if (m_ports.owner(peer) != by.id()) arrives += m_options.costs.message_latency;
  workers::Message news;
  news.sender = by.id();
  news.arrives = arrives;
  if (m_options.open_machine != nullptr && m_ports.is_open(peer) &&
      !m_options.open_machine->leaves_out_closing(peer.value))
    news.sent = m_options.open_machine->of(by.id()).send(
        peer.value, "the closing of a port by " + by.name(), stamp.time, true);
  const std::vector<workers::Message> lost = m_ports.close(port, std::move(news));
  if (m_options.recorder != nullptr)
    m_options.recorder->port(
        stamp, {trace::PortOp::closed, port.value, peer.value, by.id().value, {}, {}});
  for (const workers::Message& message : lost) discard(message, port, by, stamp);
  if (const std::optional<AgentId> owner = m_ports.owner(peer); owner && *owner != by.id())
    by.wake(*owner, arrives);
}

// Ports that were on their way in it go nowhere.
void Machine::discard(const workers::Message& message, workers::PortId port, sim::AgentThread& by,
                      const trace::Stamp& stamp) {
  if (m_options.recorder != nullptr)
    m_options.recorder->message(
        stamp,
        {trace::MessageOp::drop, message.number, port.value, port.value, message.bytes, 0, {}, {}});
  for (const workers::PortId inside : ports_in(message)) close_port(inside, by, stamp);
  for (const os::SocketId socket : sockets_in(message))
    if (m_network.unowned().is_open(socket)) m_network.unowned().reset(socket);
}

void Machine::on_settled(VirtualTime time) {
  if (!m_several) return;
  m_output->settle(time);
  if (m_options.recorder != nullptr) m_options.recorder->settle(time);
}

void Machine::on_core_taken(const sim::AgentThread& agent, VirtualTime waited) {
  if (!m_several || m_options.recorder == nullptr) return;
  m_options.recorder->core({agent.now(), agent.id(), {}},
                           {trace::CoreOp::take, static_cast<uint32_t>(agent.core()),
                            static_cast<uint32_t>(m_options.cpus), waited.ns});
}

void Machine::on_core_left(const sim::AgentThread& agent) {
  if (!m_several || m_options.recorder == nullptr) return;
  m_options.recorder->core({agent.now(), agent.id(), {}},
                           {trace::CoreOp::leave, static_cast<uint32_t>(agent.core()),
                            static_cast<uint32_t>(m_options.cpus), 0});
}

}  // namespace loopscope::host
