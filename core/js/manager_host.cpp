#include "core/js/manager_host.h"

#include <js/Array.h>

#include <csignal>

#include "core/js/agent.h"
#include "core/js/native.h"
#include "core/js/processes.h"

namespace loopscope::host {

namespace {

bool set_text(JSContext* cx, JS::HandleObject target, const char* name, const std::string& text) {
  JS::RootedString string(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
  return string && JS_DefineProperty(cx, target, name, string, JSPROP_ENUMERATE);
}

JS::Value text_value(JSContext* cx, const std::string& text) {
  JSString* const string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  return string == nullptr ? JS::UndefinedValue() : JS::StringValue(string);
}

// One application as its names and texts in turn, or what is wrong with it.
std::optional<std::string> app_from(const std::vector<std::string>& texts,
                                    cluster::AppOptions& app) {
  constexpr std::string_view kVariable = "env:";
  for (size_t i = 0; i + 1 < texts.size(); i += 2) {
    if (texts[i].starts_with(kVariable))
      app.env.emplace_back(texts[i].substr(kVariable.size()), texts[i + 1]);
    else if (const auto problem = cluster::set_option(app, texts[i], texts[i + 1]))
      return problem;
  }
  if (app.script.empty()) return "an application without a script";
  return std::nullopt;
}

}  // namespace

ManagerHost::ManagerHost(Agent& agent)
    : m_agent(agent),
      m_hands(agent.cx()),
      m_manager(*this, agent.options().cpus),
      m_shell(m_manager, *this) {}

VirtualTime ManagerHost::now() {
  return m_agent.now();
}

bool ManagerHost::call(const char* name, const JS::HandleValueArray& args,
                       JS::MutableHandleValue result) {
  JSContext* const cx = m_agent.cx();
  JS::RootedObject hands(cx, m_hands);
  if (!m_failed && !m_agent.ended() && JS_CallFunctionName(cx, hands, name, args, result))
    return true;
  m_failed = true;
  return false;
}

void ManagerHost::call_with_numbers(const char* name, double first, double second) {
  JS::RootedValueArray<2> args(m_agent.cx());
  args[0].setNumber(first);
  args[1].setNumber(second);
  JS::RootedValue ignored(m_agent.cx());
  call(name, args, &ignored);
}

bool ManagerHost::texts_value(const std::vector<std::string>& texts, JS::MutableHandleValue value) {
  JSContext* const cx = m_agent.cx();
  JS::RootedValueVector values(cx);
  for (const std::string& text : texts)
    if (!values.append(text_value(cx, text))) return false;
  JSObject* const array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  value.setObject(*array);
  return true;
}

bool ManagerHost::read_texts(JS::HandleValue value, std::vector<std::string>& texts) {
  JSContext* const cx = m_agent.cx();
  JS::RootedObject array(cx, &value.toObject());
  uint32_t length = 0;
  if (!JS::GetArrayLength(cx, array, &length)) return false;
  JS::RootedValue element(cx);
  for (uint32_t i = 0; i < length; ++i)
    if (!JS_GetElement(cx, array, i, &element) || !to_utf8(cx, element, texts.emplace_back()))
      return false;
  return true;
}

cluster::Child ManagerHost::fork(const cluster::Launch& launch) {
  JSContext* const cx = m_agent.cx();
  JS::RootedObject wanted(cx, JS_NewPlainObject(cx));
  JS::RootedValue args(cx);
  JS::RootedValue node_args(cx);
  JS::RootedValue env(cx);
  std::vector<std::string> variables;
  for (const auto& [name, text] : launch.env) {
    variables.push_back(name);
    variables.push_back(text);
  }
  if (!wanted || !texts_value(launch.app.args, &args) ||
      !texts_value(launch.app.node_args, &node_args) || !texts_value(variables, &env) ||
      !set_text(cx, wanted, "script", launch.app.script) ||
      !set_text(cx, wanted, "folder", launch.app.folder) ||
      !JS_DefineProperty(cx, wanted, "args", args, JSPROP_ENUMERATE) ||
      !JS_DefineProperty(cx, wanted, "nodeArgs", node_args, JSPROP_ENUMERATE) ||
      !JS_DefineProperty(cx, wanted, "env", env, JSPROP_ENUMERATE)) {
    m_failed = true;
    return {};
  }
  JS::RootedValueArray<3> call_args(cx);
  call_args[0].setNumber(launch.slot);
  call_args[1].setBoolean(launch.app.cluster_mode);
  call_args[2].setObject(*wanted);
  JS::RootedValue result(cx);
  if (!call("fork", call_args, &result)) return {};
  const int pid = result.toInt32();
  m_slots[pid] = launch.slot;
  Process* const process = m_agent.machine().processes().find(pid);
  if (process == nullptr) return {pid, 0};
  process->manage(launch.app.max_memory);
  return {pid, process->main().value};
}

void ManagerHost::note_memory(int pid, uint64_t bytes) {
  if (const auto slot = m_slots.find(pid); slot != m_slots.end())
    m_manager.note_memory(slot->second, bytes);
}

void ManagerHost::interrupt(int pid) {
  m_agent.sync();
  m_agent.machine().processes().signal(pid, SIGINT, m_agent);
}

void ManagerHost::kill(int pid) {
  m_agent.sync();
  m_agent.machine().processes().signal(pid, SIGKILL, m_agent);
}

void ManagerHost::set_timer(cluster::ManagerTimer timer, VirtualTime delay) {
  call_with_numbers("setTimer", timer, static_cast<double>(delay.ms()));
}

void ManagerHost::clear_timer(cluster::ManagerTimer timer) {
  call_with_numbers("clearTimer", timer);
}

void ManagerHost::label_output(int pid, const std::string& label) {
  if (Process* const process = m_agent.machine().processes().find(pid))
    process->set_output_label(label);
}

void ManagerHost::log(const std::string& line) {
  const std::string text = line + "\n";
  m_agent.meter().charge(m_agent.options().costs.console_write);
  if (trace::Recorder* const recorder = m_agent.options().recorder; recorder != nullptr)
    recorder->console(m_agent.loop().log().stamp(), trace::Stream::out, "PM2 | " + text);
  m_agent.process().set_output_label("PM2");
  m_agent.process().write(m_agent, 1, text);
  m_agent.process().set_output_label("");
}

void ManagerHost::print(const std::string& line) {
  m_agent.write_output(1, line + "\n");
}

void ManagerHost::record(trace::ManagerOp op, uint32_t id, const cluster::Child& child,
                         const std::string& app, const std::string& text, int64_t value) {
  trace::Recorder* const recorder = m_agent.options().recorder;
  if (recorder == nullptr) return;
  recorder->manager(m_agent.loop().log().stamp(),
                    {op, id, child.agent, static_cast<uint32_t>(child.pid), recorder->intern(app),
                     recorder->intern(text), value});
}

std::string ManagerHost::find_script(const std::string& script) {
  JSContext* const cx = m_agent.cx();
  JS::RootedValueArray<1> args(cx);
  args[0].set(text_value(cx, script));
  JS::RootedValue result(cx);
  std::string path;
  if (!call("findScript", args, &result) || !to_utf8(cx, result, path)) m_failed = true;
  return path;
}

std::string ManagerHost::shown(const std::string& path) {
  return m_agent.display_path(path);
}

std::optional<std::string> ManagerHost::load(const std::string& file,
                                             const std::string& environment,
                                             std::vector<cluster::AppOptions>& apps) {
  JSContext* const cx = m_agent.cx();
  JS::RootedValueArray<2> args(cx);
  args[0].set(text_value(cx, file));
  args[1].set(text_value(cx, environment));
  JS::RootedValue result(cx);
  if (!call("load", args, &result)) return "cannot be read";
  if (result.isString()) {
    std::string problem;
    if (!to_utf8(cx, result, problem)) m_failed = true;
    return problem;
  }
  JS::RootedObject list(cx, &result.toObject());
  uint32_t count = 0;
  if (!JS::GetArrayLength(cx, list, &count)) m_failed = true;
  JS::RootedValue element(cx);
  for (uint32_t i = 0; i < count && !m_failed; ++i) {
    std::vector<std::string> texts;
    if (!JS_GetElement(cx, list, i, &element) || !read_texts(element, texts)) m_failed = true;
    if (const auto problem = app_from(texts, apps.emplace_back())) return problem;
  }
  return std::nullopt;
}

void ManagerHost::quit() {
  JS::RootedValue ignored(m_agent.cx());
  call("quit", JS::HandleValueArray::empty(), &ignored);
}

}  // namespace loopscope::host
