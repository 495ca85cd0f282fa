#include "core/js/v8_node_frames.h"

#include <algorithm>
#include <array>

namespace loopscope::host {

namespace {

// Read off stacks of node v20.20.2.
const std::vector<NodeFrame>& node_frames() {
  static const std::vector<NodeFrame> frames = {
      {"node:internal/modules/cjs",
       "Module.prototype._compile",
       {"Module._compile (node:internal/modules/cjs/loader:1521:14)"}},
      {"node:internal/modules/cjs",
       "Module._extensions[\".js\"]",
       {"Module._extensions..js (node:internal/modules/cjs/loader:1623:10)"}},
      {"node:internal/modules/cjs",
       "Module._extensions[\".json\"]",
       {"Module._extensions..json (node:internal/modules/cjs/loader:1658:39)"}},
      {"node:internal/modules/cjs",
       "Module.prototype.load",
       {"Module.load (node:internal/modules/cjs/loader:1266:32)"}},
      {"node:internal/modules/cjs",
       "Module._load",
       {"Module._load (node:internal/modules/cjs/loader:1091:12)"}},
      {"node:internal/modules/cjs",
       "Module.prototype.require",
       {"Module.require (node:internal/modules/cjs/loader:1289:19)"}},
      {"node:internal/modules/cjs", "require", {"require (node:internal/modules/helpers:182:18)"}},
      {"node:internal/modules/cjs",
       "Module._resolveFilename",
       {"Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)"}},
      {"node:internal/modules/cjs",
       "Module.runMain",
       {"Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:164:12)",
        "node:internal/main/run_main_module:28:49"}},
      {"node:events", "emit", {"{}.emit (node:events:524:28)"}, "{}"},
      {"node:events", "call", {}, "{}"},
      {"node:events", "onceWrapper", {"Object.onceWrapper (node:events:638:28)"}, "{}"},
      {"node:internal/emitter_async_resource", "emit", {"{}.emit (node:events:170:18)"}, "{}"},
      {"node:internal/emitter_async_resource",
       "emitDestroy",
       {"{}.emitDestroy (node:events:179:19)"}},
      {"node:internal/emitter_async_resource",
       "get asyncId",
       {"get asyncId [as asyncId] (node:events:188:19)"}},
      {"node:internal/emitter_async_resource",
       "get triggerAsyncId",
       {"get triggerAsyncId [as triggerAsyncId] (node:events:197:19)"}},
      {"node:internal/emitter_async_resource",
       "get asyncResource",
       {"get asyncResource [as asyncResource] (node:events:206:19)"}},
      {"node:timers", "run", {}, "", ""},
      {"node:internal/process/exit", "", {}, "process"},
      {"node:internal/process/rejections", "", {}, "process"},
      {"node:internal/process/uncaught", "", {}, "process"},
      {"node:internal/process/warning", "", {}, "process"},
      {"node:internal/event_target",
       "dispatchEvent",
       {"[nodejs.internal.kHybridDispatch] (node:internal/event_target:831:20)",
        "EventTarget.dispatchEvent (node:internal/event_target:766:26)"},
       "EventTarget"},
      {"node:async_hooks", "run", {"AsyncLocalStorage.run (node:async_hooks:346:14)"}},
      {"node:async_hooks",
       "runInAsyncScope",
       {"AsyncResource.runInAsyncScope (node:async_hooks:206:9)"}},
  };
  return frames;
}

struct Builtin {
  std::string_view method;
  std::string_view shown;
};

constexpr std::array<Builtin, 26> kBuiltins = {{
    {"map", "Array.map"},
    {"forEach", "Array.forEach"},
    {"filter", "Array.filter"},
    {"reduce", "Array.reduce"},
    {"reduceRight", "Array.reduceRight"},
    {"some", "Array.some"},
    {"every", "Array.every"},
    {"find", "Array.find"},
    {"findIndex", "Array.findIndex"},
    {"findLast", "Array.findLast"},
    {"findLastIndex", "Array.findLastIndex"},
    {"flatMap", "Array.flatMap"},
    {"sort", "Array.sort"},
    {"toSorted", "Array.toSorted"},
    {"from", "Function.from"},
    {"join", "Array.join"},
    {"fromEntries", "Function.fromEntries"},
    {"replace", "String.replace"},
    {"replaceAll", "String.replaceAll"},
    {"stringify", "JSON.stringify"},
    {"parse", "JSON.parse"},
    {"toFixed", "Number.toFixed"},
    {"repeat", "String.repeat"},
    {"toISOString", "Date.toISOString"},
    {"defineProperty", "Function.defineProperty"},
    {"next", "Generator.next"},
}};

// Those that call nothing back but may throw themselves.
constexpr std::array<Builtin, 16> kThrowing = {{
    {"push", "Array.push"},
    {"pop", "Array.pop"},
    {"shift", "Array.shift"},
    {"unshift", "Array.unshift"},
    {"splice", "Array.splice"},
    {"reverse", "Array.reverse"},
    {"fill", "Array.fill"},
    {"copyWithin", "Array.copyWithin"},
    {"normalize", "String.normalize"},
    {"fromCodePoint", "Function.fromCodePoint"},
    {"toPrecision", "Number.toPrecision"},
    {"toExponential", "Number.toExponential"},
    {"asIntN", "Function.asIntN"},
    {"setPrototypeOf", "Function.setPrototypeOf"},
    {"defineProperties", "Function.defineProperties"},
    {"create", "Function.create"},
}};

constexpr std::array<std::string_view, 6> kThrowingFunctions = {
    "BigInt", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "Symbol"};

constexpr std::array<std::string_view, 8> kConstructors = {"Promise", "Map",   "Set",   "WeakMap",
                                                           "WeakSet", "Array", "Proxy", "Date"};

}  // namespace

const NodeFrame* find_node_frame(std::string_view file, std::string_view function) {
  for (const NodeFrame& frame : node_frames())
    if (frame.file == file && (frame.function.empty() || frame.function == function)) return &frame;
  return nullptr;
}

std::vector<std::string_view> entry_frames(EntryFrames entry, bool after_ticks) {
  constexpr std::string_view kAfterTicks =
      "process.processTicksAndRejections (node:internal/process/task_queues:95:5)";
  std::vector<std::string_view> frames;
  switch (entry) {
    case EntryFrames::timer:
      return {"listOnTimeout (node:internal/timers:581:17)",
              "process.processTimers (node:internal/timers:519:7)"};
    case EntryFrames::immediate:
      return {"process.processImmediate (node:internal/timers:483:21)"};
    case EntryFrames::tick:
      return {"process.processTicksAndRejections (node:internal/process/task_queues:77:11)"};
    case EntryFrames::microtask:
      frames = {"node:internal/process/task_queues:140:7",
                "AsyncResource.runInAsyncScope (node:async_hooks:206:9)",
                "AsyncResource.runMicrotask (node:internal/process/task_queues:137:8)"};
      break;
    case EntryFrames::promise_job:
    case EntryFrames::none:
    case EntryFrames::module:  // the loader's own frames are on the stack
    case EntryFrames::esm:     // the same
    case EntryFrames::before_exit:
    case EntryFrames::poll_callback:
      break;
  }
  if (after_ticks) frames.push_back(kAfterTicks);
  return frames;
}

std::string_view builtin_frame(std::string_view method) {
  for (const Builtin& builtin : kBuiltins)
    if (builtin.method == method) return builtin.shown;
  return {};
}

std::string_view throwing_builtin_frame(std::string_view method) {
  for (const Builtin& builtin : kThrowing)
    if (builtin.method == method) return builtin.shown;
  return builtin_frame(method);
}

bool is_throwing_function(std::string_view name) {
  return std::find(kThrowingFunctions.begin(), kThrowingFunctions.end(), name) !=
         kThrowingFunctions.end();
}

bool is_builtin_constructor(std::string_view name) {
  return std::find(kConstructors.begin(), kConstructors.end(), name) != kConstructors.end();
}

}  // namespace loopscope::host
