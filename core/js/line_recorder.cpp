#include "core/js/line_recorder.h"

#include <js/CompilationAndEvaluation.h>
#include <js/Conversions.h>
#include <js/SourceText.h>
#include <jsfriendapi.h>

#include <algorithm>
#include <string>

#include "core/js/agent.h"
#include "core/js/builtin_sources.h"
#include "core/js/native.h"
#include "core/js/realm.h"

namespace loopscope::host {
namespace {

constexpr std::string_view kSourceId = "internal/line_recorder";

JSFunction* compile_source(JSContext* cx) {
  const std::vector<BuiltinSource>& sources = builtin_sources();
  const auto source = std::find_if(sources.begin(), sources.end(),
                                   [](const BuiltinSource& each) { return each.id == kSourceId; });
  static const char* const parameters[] = {"program", "recordLine", "recordReturn",
                                           "recordsReturns"};
  JS::CompileOptions options(cx);
  options.setFileAndLine("node:internal/line_recorder", 0);
  JS::SourceText<mozilla::Utf8Unit> text;
  if (!text.init(cx, source->text.data(), source->text.size(), JS::SourceOwnership::Borrowed))
    return nullptr;
  JS::RootedObjectVector no_scopes(cx);
  return JS::CompileFunction(cx, no_scopes, options, "", std::size(parameters), parameters, text);
}

// At the time of the program's last reading: recording a line is none.
trace::Stamp stamp_of(Agent& agent) {
  return {agent.options().readings->last_time(), agent.id(), agent.loop().log().running()};
}

bool may_record(Agent& agent) {
  return agent.options().recorder->events() < agent.options().limits.trace_events;
}

// recordLine(url, line, column, function, depth, variables)
bool record_line(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  Agent& agent = agent_from(cx);
  if (!may_record(agent)) return true;
  std::string url;
  std::string function;
  std::string variables;
  if (!to_utf8(cx, args[0], url) || !to_utf8(cx, args[3], function) ||
      !to_utf8(cx, args[5], variables))
    return false;
  const std::string location = agent.display_path(url) + ":" + std::to_string(args[1].toInt32()) +
                               ":" + std::to_string(args[2].toInt32());
  agent.options().recorder->line(stamp_of(agent), location, function,
                                 static_cast<uint32_t>(args[4].toInt32()), variables);
  return true;
}

// recordReturn(how, depth, text): `how` by its number in trace::FrameExit
bool record_return(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  Agent& agent = agent_from(cx);
  if (!may_record(agent)) return true;
  std::string text;
  if (!to_utf8(cx, args[2], text)) return false;
  agent.options().recorder->leave_frame(stamp_of(agent),
                                        static_cast<trace::FrameExit>(args[0].toInt32()),
                                        static_cast<uint32_t>(args[1].toInt32()), text);
  return true;
}

JSObject* function_object(JSContext* cx, JSNative native, unsigned arguments, const char* name) {
  JSFunction* function = JS_NewFunction(cx, native, arguments, 0, name);
  return function == nullptr ? nullptr : JS_GetFunctionObject(function);
}

bool get_function(JSContext* cx, JS::HandleObject object, const char* name,
                  JS::PersistentRootedObject& function) {
  JS::RootedValue value(cx);
  if (!JS_GetProperty(cx, object, name, &value) || !value.isObject()) return false;
  function = &value.toObject();
  return true;
}

}  // namespace

LineRecorder::LineRecorder(JSContext* cx, const LineRequest& request, bool records_returns)
    : m_cx(cx),
      m_request(request),
      m_records_returns(records_returns),
      m_realm(cx),
      m_begin(cx),
      m_end(cx) {}

bool LineRecorder::start(JS::HandleObject global) {
  m_realm = new_realm(m_cx);
  if (!m_realm) return false;
  JSAutoRealm realm(m_cx, m_realm);
  JS::RootedObject program(m_cx, global);
  if (!JS_WrapObject(m_cx, &program) || !JS_DefineDebuggerObject(m_cx, m_realm)) return false;
  JS::Rooted<JSFunction*> function(m_cx, compile_source(m_cx));
  JS::RootedObject line(m_cx, function_object(m_cx, record_line, 6, "recordLine"));
  JS::RootedObject leave(m_cx, function_object(m_cx, record_return, 3, "recordReturn"));
  if (!function || !line || !leave) return false;
  JS::RootedValueArray<4> args(m_cx);
  args[0].setObject(*program);
  args[1].setObject(*line);
  args[2].setObject(*leave);
  args[3].setBoolean(m_records_returns);
  JS::RootedValue result(m_cx);
  if (!JS_CallFunction(m_cx, m_realm, function, args, &result) || !result.isObject()) return false;
  JS::RootedObject controls(m_cx, &result.toObject());
  return get_function(m_cx, controls, "begin", m_begin) &&
         get_function(m_cx, controls, "end", m_end);
}

void LineRecorder::begin_task(uint32_t task) {
  if (m_recording || !m_request.wants(task)) return;
  m_recording = true;
  call(m_begin);
}

void LineRecorder::end_task() {
  if (!std::exchange(m_recording, false)) return;
  call(m_end);
}

void LineRecorder::call(JS::HandleObject function) {
  const JS::AutoSaveExceptionState saved(m_cx);
  JSAutoRealm realm(m_cx, m_realm);
  JS::RootedValue callee(m_cx, JS::ObjectValue(*function));
  JS::RootedValue ignored(m_cx);
  if (!JS::Call(m_cx, JS::UndefinedHandleValue, callee, JS::HandleValueArray::empty(), &ignored))
    JS_ClearPendingException(m_cx);
}

}  // namespace loopscope::host
