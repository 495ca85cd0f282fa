#include "core/trace/chrome_export.h"

#include <array>
#include <map>
#include <set>
#include <string>

#include "core/trace/json_text.h"
#include "core/trace/message_table.h"
#include "core/trace/request_table.h"
#include "core/trace/task_table.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

constexpr size_t kFlushAtBytes = 65'536;
// More than there are agents.
constexpr uint32_t kFirstPoolLane = 100'000;

// The format's times are microseconds; ours are whole nanoseconds, so three decimals say all.
void append_microseconds(std::string& out, VirtualTime time) {
  append_number(out, time.ns / 1'000);
  out += '.';
  const auto rest = static_cast<int>(time.ns % 1'000);
  out += static_cast<char>('0' + rest / 100);
  out += static_cast<char>('0' + rest / 10 % 10);
  out += static_cast<char>('0' + rest % 10);
}

class ChromeWriter {
 public:
  ChromeWriter(std::ostream& out, const Trace& trace) : m_out(out), m_trace(trace) {
    m_tasks.extend(trace);
    m_messages.extend(trace);
    m_request_table.extend(trace, m_tasks);
    m_names.extend(trace);
  }

  void write() {
    m_text = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n";
    m_text += R"({"ph":"M","pid":1,"tid":0,"name":"process_name","args":{"name":)";
    append_json_string(m_text, "Loopscope: " + m_trace.header.scenario);
    m_text += "}}";
    for (uint64_t step = 0; step < m_trace.size(); ++step) {
      take(StepIndex{step});
      if (m_text.size() >= kFlushAtBytes) flush();
    }
    for (auto& [id, agent] : m_agents)
      while (agent.open != 0) end_slice(agent, AgentId{id}, agent.now);
    m_text += "\n]}\n";
    flush();
  }

 private:
  struct Span {
    std::string name;
    bool has_client = false;
  };
  struct Agent {
    VirtualTime now;
    size_t open = 0;  // slices
    size_t iteration_depth = 0;
    bool sleeps = false;
    std::array<uint64_t, kQueueCount> lengths{};
  };

  void flush() {
    m_out << m_text;
    m_text.clear();
  }

  // Opens an event of the format; the caller adds what is special and closes the brace.
  void begin_event(char type, AgentId agent, VirtualTime time) {
    begin_event(type, uint32_t{agent.value}, time);
  }

  void begin_event(char type, uint32_t lane, VirtualTime time) {
    m_text += ",\n{\"ph\":\"";
    m_text += type;
    m_text += "\",\"pid\":1,\"tid\":";
    append_number(m_text, lane);
    m_text += ",\"ts\":";
    append_microseconds(m_text, time);
  }

  void text_member(std::string_view key, std::string_view value, bool first = false) {
    if (!first) m_text += ',';
    append_json_string(m_text, key);
    m_text += ':';
    append_json_string(m_text, value);
  }

  void begin_slice(Agent& agent, AgentId id, VirtualTime time, std::string_view name,
                   std::string_view category) {
    ++agent.open;
    begin_event('B', id, time);
    text_member("name", name);
    text_member("cat", category);
  }

  void end_slice(Agent& agent, AgentId id, VirtualTime time) {
    if (agent.open == 0) return;
    --agent.open;
    begin_event('E', id, time);
    m_text += '}';
  }

  Agent& agent_of(AgentId id) {
    const auto [found, is_new] = m_agents.try_emplace(id.value);
    if (is_new) name_lane(id.value, id.value == 0 ? "main thread" : lane_name(id));
    return found->second;
  }

  void name_lane(uint32_t lane, std::string_view text) {
    m_text += ",\n{\"ph\":\"M\",\"pid\":1,\"tid\":";
    append_number(m_text, lane);
    m_text += R"(,"name":"thread_name","args":{"name":)";
    append_json_string(m_text, text);
    m_text += "}}";
  }

  std::string lane_name(AgentId id) const {
    const std::string_view label = m_names.label(id);
    return m_names.of(id) + (label.empty() ? "" : ": " + std::string(label));
  }

  void take(StepIndex step) {
    const Event& event = m_trace.at(step);
    Agent& agent = agent_of(event.agent);
    agent.now = event.time;
    if (agent.sleeps && !is<CoreChange>(event)) {
      agent.sleeps = false;
      end_slice(agent, event.agent, event.time);
    }
    switch (event.kind) {
      case kKind<Iteration>:
        return iteration(agent, event);
      case kKind<PhaseEnter>:
        begin_slice(agent, event.agent, event.time,
                    std::string(name(unpack<PhaseEnter>(event).phase)) + " phase", "phase");
        m_text += '}';
        return;
      case kKind<PhaseLeave>:
        return end_slice(agent, event.agent, event.time);
      case kKind<Wait>:
        begin_slice(agent, event.agent, event.time, "sleeps", "wait");
        m_text += ",\"args\":{";
        text_member("for", m_trace.view(unpack<Wait>(event).what), true);
        m_text += "}}";
        agent.sleeps = true;
        return;
      case kKind<Enqueue>:
        return enqueue(agent, event, step);
      case kKind<Start>:
        return start(agent, event, step);
      case kKind<End>:
        return end_slice(agent, event.agent, event.time);
      case kKind<Cancel>:
        if (const TaskIndex task = m_tasks.subject(step)) leave_queue(agent, event, task);
        return;
      case kKind<Job>:
        return pool_job(step);
      case kKind<Console>: {
        const auto console = unpack<Console>(event);
        return instant(event, name(console.stream), m_trace.view(console.text));
      }
      case kKind<Error>:
        return instant(event, "error", m_trace.view(unpack<Error>(event).text));
      case kKind<Warning>:
        return instant(event, "warning", m_trace.view(unpack<Warning>(event).text));
      case kKind<LimitReached>:
        return instant(event, "limit", m_trace.view(unpack<LimitReached>(event).text));
      case kKind<MessageMove>:
        return message(event);
      case kKind<SharedChange>:
        return shared(agent, event);
      case kKind<CoreChange>:
        return core(event);
      case kKind<RequestChange>:
        return request(event);
      default:
        return;
    }
  }

  // Threads of the pool have lanes of their own, below the agents'. A job is known whole as it is
  // given.
  void pool_job(StepIndex step) {
    const TaskIndex index = m_tasks.subject(step);
    if (!index) return;
    const TaskLife& task = m_tasks.at(index);
    if (!task.pool || !task.due || *task.due < task.pool->begins) return;
    const uint32_t lane = kFirstPoolLane + task.pool->thread;
    if (m_pool_lanes.insert(lane).second)
      name_lane(lane, "pool thread " + std::to_string(task.pool->thread + 1));
    begin_event('X', lane, task.pool->begins);
    m_text += ",\"dur\":";
    append_microseconds(m_text, *task.due - task.pool->begins);
    text_member("name", m_trace.view(task.label));
    text_member("cat", "pool");
    m_text += '}';
  }

  // An iteration lasts until the next; what comes before the first belongs to none.
  void iteration(Agent& agent, const Event& event) {
    while (agent.iteration_depth != 0 && agent.open >= agent.iteration_depth)
      end_slice(agent, event.agent, event.time);
    begin_slice(agent, event.agent, event.time,
                "iteration " + std::to_string(unpack<Iteration>(event).number), "iteration");
    m_text += '}';
    agent.iteration_depth = agent.open;
  }

  void enqueue(Agent& agent, const Event& event, StepIndex step) {
    const TaskIndex task = m_tasks.subject(step);
    if (event.task) flow('s', event, task);
    ++agent.lengths[static_cast<size_t>(m_tasks.at(task).queue)];
    counter(agent, event, m_tasks.at(task).queue);
  }

  void start(Agent& agent, const Event& event, StepIndex step) {
    const TaskIndex index = m_tasks.subject(step);
    if (!index) {
      begin_slice(agent, event.agent, event.time, "unknown task", "task");
      m_text += '}';
      return;
    }
    const TaskLife& task = m_tasks.at(index);
    begin_slice(agent, event.agent, event.time, task_name(m_trace, task), name(task.queue));
    m_text += ",\"args\":{";
    text_member("queue", name(task.queue), true);
    if (task.location) text_member("code", m_trace.view(task.location));
    if (task.cause) {
      const TaskLife& cause = m_tasks.at(task.cause);
      text_member("scheduled by", task_name(m_trace, cause));
      if (task.from) text_member("scheduled at", m_trace.view(task.from));
    }
    m_text += "}}";
    if (m_trace.at(task.enqueued).task) flow('f', event, index);
    leave_queue(agent, event, index);
  }

  void leave_queue(Agent& agent, const Event& event, TaskIndex task) {
    const Queue queue = m_tasks.at(task).queue;
    uint64_t& length = agent.lengths[static_cast<size_t>(queue)];
    if (length != 0) --length;
    counter(agent, event, queue);
  }

  void flow(char type, const Event& event, TaskIndex task) {
    begin_event(type, event.agent, event.time);
    m_text += R"(,"name":"schedules","cat":"cause","id":)";
    append_number(m_text, task.value);
    if (type == 'f') m_text += R"(,"bp":"e")";
    m_text += '}';
  }

  void counter(const Agent& agent, const Event& event, Queue queue) {
    if (queue == Queue::main) return;
    begin_event('C', event.agent, event.time);
    std::string title(name(queue));
    title += " queue";
    if (event.agent.value != 0) title += " of agent " + std::to_string(event.agent.value);
    text_member("name", title);
    m_text += R"(,"args":{"waiting":)";
    append_number(m_text, agent.lengths[static_cast<size_t>(queue)]);
    m_text += "}}";
  }

  // An arrow from where it was sent to where it was received.
  void message(const Event& event) {
    const auto move = unpack<MessageMove>(event);
    const MessageLife* const life = m_messages.find(move.number);
    if (life == nullptr || move.op == MessageOp::drop) return;
    const auto sent = unpack<MessageMove>(m_trace.at(life->sent));
    instant(event, move.op == MessageOp::send ? "sends" : "receives", m_trace.view(sent.text));
    if (!life->received) return;
    begin_event(move.op == MessageOp::send ? 's' : 'f', event.agent, event.time);
    m_text += R"(,"name":"message","cat":"message","id":)";
    append_number(m_text, move.number);
    if (move.op == MessageOp::receive) m_text += R"(,"bp":"e")";
    m_text += '}';
  }

  // A slice while the agent is blocked in Atomics.wait().
  void shared(Agent& agent, const Event& event) {
    const auto change = unpack<SharedChange>(event);
    if (change.op == SharedOp::wait) {
      begin_slice(agent, event.agent, event.time, "blocked in Atomics.wait()", "blocked");
      m_text += '}';
    } else if (change.op == SharedOp::woken || change.op == SharedOp::timed_out) {
      end_slice(agent, event.agent, event.time);
    }
  }

  // A span of its own, apart from the lanes: from where a request is first heard of to its end.
  void request(const Event& event) {
    const auto change = unpack<RequestChange>(event);
    const bool begins = !m_requests.contains(change.number);
    const bool tells = change.op == RequestOp::send || change.op == RequestOp::arrive ||
                       change.op == RequestOp::handle;
    if (begins && !tells) return;
    if (begins) {
      const RequestLife& life = *m_request_table.find(change.number);
      m_requests[change.number] = {std::string(m_trace.view(life.text)), life.sent.has_value()};
      span('b', event, change.number);
    }
    const Span& open = m_requests[change.number];
    span('n', event, change.number, name(change.op));
    const bool ends = change.op == RequestOp::receive || change.op == RequestOp::fail ||
                      (change.op == RequestOp::finish && !open.has_client);
    if (!ends) return;
    span('e', event, change.number);
    m_requests.erase(change.number);
  }

  void span(char type, const Event& event, uint32_t number, std::string_view moment = {}) {
    begin_event(type, event.agent, event.time);
    m_text += R"(,"cat":"request","id":)";
    append_number(m_text, number);
    text_member("name", moment.empty() ? std::string_view(m_requests[number].name) : moment);
    m_text += '}';
  }

  // How many cores are busy.
  void core(const Event& event) {
    const auto change = unpack<CoreChange>(event);
    if (change.op == CoreOp::take)
      ++m_busy_cores;
    else if (m_busy_cores != 0)
      --m_busy_cores;
    begin_event('C', AgentId{}, event.time);
    text_member("name", "busy cores");
    m_text += R"(,"args":{"busy":)";
    append_number(m_text, m_busy_cores);
    m_text += "}}";
  }

  void instant(const Event& event, std::string_view category, std::string_view text) {
    begin_event('i', event.agent, event.time);
    m_text += R"(,"s":"t")";
    text_member("name", std::string(category) + ": " + std::string(first_line(text)));
    text_member("cat", category);
    m_text += ",\"args\":{";
    text_member("text", text, true);
    m_text += "}}";
  }

  std::ostream& m_out;
  const Trace& m_trace;
  TaskTable m_tasks;
  MessageTable m_messages;
  RequestTable m_request_table;
  AgentNames m_names;
  uint64_t m_busy_cores = 0;
  std::map<uint32_t, Span> m_requests;  // that are open
  std::map<uint16_t, Agent> m_agents;
  std::set<uint32_t> m_pool_lanes;
  std::string m_text;
};

}  // namespace

void write_chrome_trace(std::ostream& out, const Trace& trace) {
  ChromeWriter(out, trace).write();
}

}  // namespace loopscope::trace
