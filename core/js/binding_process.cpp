#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/BigInt.h>
#include <jsfriendapi.h>

#include <js/experimental/TypedData.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/describe.h"
#include "core/js/heap_census.h"
#include "core/js/native.h"
#include "core/sim/memory_model.h"

// internalBinding('process'): what the process object tells of the simulated machine.
namespace loopscope::host {

namespace {

// write(fd, string or Uint8Array)
bool write(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const int fd = args[0].toInt32();
  args.rval().setUndefined();
  if (args.get(1).isObject()) {
    JS::RootedObject view(cx, &args[1].toObject());
    if (JS_IsUint8Array(view)) {
      bool shared = false;
      const JS::AutoCheckCannotGC no_gc;
      const auto* bytes = reinterpret_cast<const char*>(JS_GetUint8ArrayData(view, &shared, no_gc));
      agent.write_output(fd, {bytes, JS_GetTypedArrayByteLength(view)});
      return true;
    }
  }
  std::string text;
  if (!to_utf8(cx, args.get(1), text)) return false;
  agent.write_output(fd, text);
  return true;
}

// exit(code): ends the run at once; nothing after the call runs, not even finally blocks.
bool exit(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  int32_t code = 0;
  if (!JS::ToInt32(cx, args.get(0), &code)) return false;
  Agent& agent = agent_from(cx);
  agent.end(agent.setup() == nullptr ? code & 0xff : code);
  return false;
}

bool set_bigint(JSContext* cx, int64_t value, JS::MutableHandleValue result) {
  JS::BigInt* big = JS::NumberToBigInt(cx, value);
  if (big == nullptr) return false;
  result.setBigInt(big);
  return true;
}

// hrtime() -> bigint nanoseconds of the virtual monotonic clock. Reading a clock takes its time.
bool hrtime(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  agent.charge_clock_read();
  return set_bigint(cx, agent.now().ns, args.rval());
}

// nowMs() -> the same as a number of milliseconds, with fractions.
bool now_ms(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  agent.charge_clock_read();
  args.rval().setNumber(static_cast<double>(agent.now().ns) / 1e6);
  return true;
}

// epochMs() -> virtual wall-clock time, whole milliseconds since 1970.
bool epoch_ms(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(agent_from(cx).epoch_ms());
  return true;
}

// random() -> a number in [0, 1) from the run's seed, with 53 random bits as V8's.
bool random(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const uint64_t bits = agent_from(cx).options().choices->random_bits();
  args.rval().setNumber(static_cast<double>(bits >> 11) * 0x1.0p-53);
  return true;
}

// cpuUsageNs() -> nanoseconds of CPU used
bool cpu_usage_ns(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(static_cast<double>(agent_from(cx).meter().cpu_used().ns));
  return true;
}

// memoryUsage() -> [rss, heapTotal, heapUsed, external, arrayBuffers] in bytes. Of a model: real
// figures would differ from run to run.
bool memory_usage(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  HeapCensus census;
  if (!take_heap_census(cx, census)) return false;
  if (Readings* readings = agent_from(cx).options().readings; readings != nullptr) {
    census.heap = static_cast<uint64_t>(readings->observe(static_cast<int64_t>(census.heap)));
    census.array_buffers =
        static_cast<uint64_t>(readings->observe(static_cast<int64_t>(census.array_buffers)));
  }
  const sim::MemoryFigures figures = sim::memory_figures(census.heap, census.array_buffers);
  JS::RootedValueArray<5> values(cx);
  values[0].setNumber(static_cast<double>(figures.resident));
  values[1].setNumber(static_cast<double>(figures.heap_total));
  values[2].setNumber(static_cast<double>(figures.heap_used));
  values[3].setNumber(static_cast<double>(figures.external));
  values[4].setNumber(static_cast<double>(census.array_buffers));
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

// setVariable(name, text): what libuv reads of the environment, when the first job comes.
bool set_variable(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  std::string text;
  if (!to_utf8(cx, args.get(0), name) || !to_utf8(cx, args.get(1), text)) return false;
  agent_from(cx).process().heed_variable(name, text);
  args.rval().setUndefined();
  return true;
}

template <typename Entries>
bool define_strings(JSContext* cx, JS::HandleObject target, const char* name,
                    const Entries& entries) {
  JS::RootedObject object(cx, JS_NewPlainObject(cx));
  if (!object) return false;
  for (const auto& [key, text] : entries) {
    JS::RootedString value(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
    if (!value || !JS_DefineProperty(cx, object, std::string(key).c_str(), value, JSPROP_ENUMERATE))
      return false;
  }
  return JS_DefineProperty(cx, target, name, object, JSPROP_ENUMERATE);
}

bool define_string(JSContext* cx, JS::HandleObject target, const char* name,
                   const std::string& text) {
  JS::RootedString value(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
  return value && JS_DefineProperty(cx, target, name, value, JSPROP_ENUMERATE);
}

bool define_boolean(JSContext* cx, JS::HandleObject target, const char* name, bool value) {
  const JS::RootedValue boolean(cx, JS::BooleanValue(value));
  return JS_DefineProperty(cx, target, name, boolean, JSPROP_ENUMERATE);
}

bool define_list(JSContext* cx, JS::HandleObject target, const char* name,
                 const std::vector<std::string>& texts) {
  JS::RootedValueVector values(cx);
  for (const std::string& text : texts) {
    JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
    if (string == nullptr || !values.append(JS::StringValue(string))) return false;
  }
  JS::RootedObject array(cx, JS::NewArrayObject(cx, values));
  return array && JS_DefineProperty(cx, target, name, array, JSPROP_ENUMERATE);
}

std::vector<std::string> argv_of(const ProcessSetup& setup) {
  std::vector<std::string> argv = {kExecPath, setup.script};
  argv.insert(argv.end(), setup.args.begin(), setup.args.end());
  return argv;
}

}  // namespace

bool init_process_binding(JSContext* cx, JS::HandleObject target) {
  const ProgramOptions& options = agent_from(cx).options();
  const ProcessSetup& setup = agent_from(cx).process().setup();
  const bool throws = options.semantics.unhandled_rejections == sim::UnhandledRejections::throw_;
  return define_natives(cx, target,
                        {{"write", write, 2},
                         {"exit", exit, 1},
                         {"hrtime", hrtime, 0},
                         {"nowMs", now_ms, 0},
                         {"epochMs", epoch_ms, 0},
                         {"random", random, 0},
                         {"cpuUsageNs", cpu_usage_ns, 0},
                         {"memoryUsage", memory_usage, 0},
                         {"setVariable", set_variable, 2}}) &&
         define_list(cx, target, "argv", argv_of(setup)) &&
         define_list(cx, target, "execArgv", setup.exec_argv) &&
         define_strings(cx, target, "env", setup.env) &&
         define_strings(cx, target, "versions", options.semantics.versions) &&
         define_string(cx, target, "version", std::string(options.semantics.version)) &&
         define_string(cx, target, "semantics", std::string(options.semantics.name)) &&
         define_string(cx, target, "execPath", kExecPath) &&
         define_string(cx, target, "hostName", kHostName) &&
         define_string(cx, target, "unhandledRejectionsMode", throws ? "throw" : "warn") &&
         define_boolean(cx, target, "loadsEsModules", options.semantics.require_loads_es_modules) &&
         define_boolean(cx, target, "rejectionErrorsHaveStacks",
                        options.semantics.rejection_errors_have_stacks) &&
         define_boolean(cx, target, "hintsAtTraceFlags", options.semantics.hints_at_trace_flags) &&
         JS_DefineProperty(cx, target, "pid", setup.pid, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "ppid", setup.parent_pid, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "cpus", options.cpus, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "startNs", static_cast<double>(options.costs.startup.ns),
                           JSPROP_ENUMERATE);
}

}  // namespace loopscope::host
