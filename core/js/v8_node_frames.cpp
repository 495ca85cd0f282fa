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
       {"Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:164:12)"}},
      {"node:internal/modules/run_main", "runFile", {"node:internal/main/run_main_module:28:49"}},
      {"node:internal/worker/eval",
       "run",
       {"runScriptInThisContext (node:internal/vm:209:10)",
        "node:internal/process/execution:118:14", "[worker eval]-wrapper:6:24",
        "runScript (node:internal/process/execution:101:62)",
        "evalScript (node:internal/process/execution:133:3)"}},
      {"node:internal/worker/thread",
       "runText",
       {"MessagePort.<anonymous> (node:internal/main/worker_thread:173:9)"}},
      {"node:internal/worker/thread",
       "runFile",
       {"MessagePort.<anonymous> (node:internal/main/worker_thread:192:26)"}},
      {"node:internal/worker/thread",
       "onMessage",
       {"[nodejs.internal.kHybridDispatch] (node:internal/event_target:831:20)"}},
      {"node:internal/worker/message_port",
       "emitMessage",
       {"MessagePort.<anonymous> (node:internal/per_context/messageport:23:28)"}},
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
      {"node:internal/event_target",
       "dispatchValue",
       {"[nodejs.internal.kHybridDispatch] (node:internal/event_target:831:20)"},
       "MessagePort"},
      {"node:internal/event_target", "dispatch", {}, "{}"},
      {"node:internal/event_target", "callListener", {}, "{}"},
      {"node:internal/fs/promises", "access", {"Object.access (node:internal/fs/promises:604:10)"}},
      {"node:internal/fs/promises",
       "copyFile",
       {"Object.copyFile (node:internal/fs/promises:621:10)"}},
      {"node:internal/fs/promises", "open", {"Object.open (node:internal/fs/promises:637:25)"}},
      {"node:internal/fs/promises", "rename", {"Object.rename (node:internal/fs/promises:780:10)"}},
      {"node:internal/fs/promises",
       "truncate",
       {"Object.truncate (node:internal/fs/promises:790:14)"}},
      {"node:internal/fs/promises", "rmdir", {"Object.rmdir (node:internal/fs/promises:822:10)"}},
      {"node:internal/fs/promises", "mkdir", {"Object.mkdir (node:internal/fs/promises:856:10)"}},
      {"node:internal/fs/promises",
       "readdir",
       {"Object.readdir (node:internal/fs/promises:950:18)"}},
      {"node:internal/fs/promises",
       "readlink",
       {"Object.readlink (node:internal/fs/promises:968:10)"}},
      {"node:internal/fs/promises",
       "symlink",
       {"Object.symlink (node:internal/fs/promises:997:10)"}},
      {"node:internal/fs/promises", "lstat", {"Object.lstat (node:internal/fs/promises:1022:18)"}},
      {"node:internal/fs/promises", "stat", {"Object.stat (node:internal/fs/promises:1033:18)"}},
      {"node:internal/fs/promises",
       "statfs",
       {"Object.statfs (node:internal/fs/promises:1044:18)"}},
      {"node:internal/fs/promises", "link", {"Object.link (node:internal/fs/promises:1056:10)"}},
      {"node:internal/fs/promises",
       "unlink",
       {"Object.unlink (node:internal/fs/promises:1067:10)"}},
      {"node:internal/fs/promises", "chmod", {"Object.chmod (node:internal/fs/promises:1089:10)"}},
      {"node:internal/fs/promises",
       "lchown",
       {"Object.lchown (node:internal/fs/promises:1108:10)"}},
      {"node:internal/fs/promises", "chown", {"Object.chown (node:internal/fs/promises:1132:10)"}},
      {"node:internal/fs/promises",
       "utimes",
       {"Object.utimes (node:internal/fs/promises:1141:10)"}},
      {"node:internal/fs/promises",
       "lutimes",
       {"Object.lutimes (node:internal/fs/promises:1163:10)"}},
      {"node:internal/fs/promises",
       "realpath",
       {"Object.realpath (node:internal/fs/promises:1176:10)"}},
      {"node:internal/fs/promises",
       "mkdtemp",
       {"Object.mkdtemp (node:internal/fs/promises:1189:10)"}},
      {"node:internal/fs/promises",
       "writeFile",
       {"Object.writeFile (node:internal/fs/promises:1219:14)"}},
      {"node:internal/fs/promises",
       "readFile",
       {"Object.readFile (node:internal/fs/promises:1249:14)"}},
      {"node:internal/fs/promises", "openHandle", {"open (node:internal/fs/promises:637:25)"}},
      {"node:internal/fs/promises",
       "readdirRecursive",
       {"readdirRecursive (node:internal/fs/promises:870:7)"}},
      {"node:internal/fs/file_handle",
       "readWhole",
       {"readFileHandle (node:internal/fs/promises:551:24)"}},
      {"node:internal/fs/file_handle", "call", {"fsCall (node:internal/fs/promises:462:12)"}},
      {"node:internal/fs/file_handle", "read", {"read (node:internal/fs/promises:692:22)"}},
      {"node:internal/fs/file_handle", "readv", {"readv (node:internal/fs/promises:707:22)"}},
      {"node:internal/fs/file_handle", "write", {"write (node:internal/fs/promises:751:25)"}},
      {"node:internal/fs/file_handle", "writev", {"writev (node:internal/fs/promises:769:25)"}},
      {"node:internal/fs/file_handle",
       "ftruncate",
       {"ftruncate (node:internal/fs/promises:797:10)"}},
      {"node:internal/fs/file_handle",
       "writeWhole",
       {"writeFileHandle (node:internal/fs/promises:497:7)"}},
      {"node:async_hooks", "run", {"AsyncLocalStorage.run (node:async_hooks:346:14)"}},
      {"node:async_hooks",
       "runInAsyncScope",
       {"AsyncResource.runInAsyncScope (node:async_hooks:206:9)"}},
      {"node:internal/zlib/handle",
       "zlibError",
       {"genericNodeError (node:internal/errors:984:15)", "wrappedFn (node:internal/errors:538:14)",
        "Zlib.zlibOnError [as onerror] (node:zlib:189:17)"}},
      {"node:internal/zlib/handle",
       "brotliEncoderError",
       {"genericNodeError (node:internal/errors:984:15)", "wrappedFn (node:internal/errors:538:14)",
        "BrotliEncoder.zlibOnError [as onerror] (node:zlib:189:17)"}},
      {"node:internal/zlib/handle",
       "brotliDecoderError",
       {"genericNodeError (node:internal/errors:984:15)", "wrappedFn (node:internal/errors:538:14)",
        "BrotliDecoder.zlibOnError [as onerror] (node:zlib:189:17)"}},
      {"node:internal/zlib/chunks", "writeSync", {"processChunkSync (node:zlib:415:12)"}},
      {"node:internal/zlib/output_limit", "requireWithin", {"processChunkSync (node:zlib:445:15)"}},
      {"node:internal/zlib/whole", "bytesOf", {"zlibBufferSync (node:zlib:171:13)"}},
      {"node:internal/zlib/whole", "processed", {"zlibBufferSync (node:zlib:178:12)"}},
      {"node:internal/zlib/whole",
       "syncBufferWrapper",
       {"{as}syncBufferWrapper (node:zlib:767:14)"}},
      {"node:internal/zlib/whole",
       "zlibBufferOnEnd",
       {"{}.zlibBufferOnEnd (node:zlib:161:10)"},
       "{}",
       "cb"},
      {"node:internal/zlib/whole",
       "zlibBufferOnError",
       {"{}.zlibBufferOnError (node:zlib:146:8)"},
       "{}",
       "cb"},
      {"node:internal/crypto/hash",
       "checkAlgorithm",
       {"new Hash (node:internal/crypto/hash:93:5)"}},
      {"node:internal/crypto/hash", "checkLength", {"new Hash (node:internal/crypto/hash:97:5)"}},
      {"node:internal/crypto/hash", "opened", {"new Hash (node:internal/crypto/hash:101:19)"}},
      {"node:internal/crypto/hash",
       "requireUnfinishedToCopy",
       {"Hash.copy (node:internal/crypto/hash:117:11)"}},
      {"node:internal/crypto/hash",
       "requireUnfinishedToUpdate",
       {"Hash.update (node:internal/crypto/hash:135:11)"}},
      {"node:internal/crypto/hash",
       "requireUnfinishedToDigest",
       {"Hash.digest (node:internal/crypto/hash:153:11)"}},
      {"node:internal/crypto/hash",
       "checkData",
       {"Hash.update (node:internal/crypto/hash:140:11)"}},
      {"node:internal/crypto/hmac", "checkName", {"new Hmac (node:internal/crypto/hash:164:3)"}},
      {"node:internal/crypto/hmac", "keyFor", {"new Hmac (node:internal/crypto/hash:166:9)"}},
      {"node:internal/crypto/hmac", "opened", {"new Hmac (node:internal/crypto/hash:168:17)"}},
      {"node:internal/crypto/hmac",
       "requireUnfinished",
       {"Hmac.update (node:internal/crypto/hash:135:11)"}},
      {"node:internal/crypto/hmac",
       "checkData",
       {"Hmac.update (node:internal/crypto/hash:140:11)"}},
      {"node:internal/crypto/keys",
       "prepareSecretKey",
       {"prepareSecretKey (node:internal/crypto/keys:595:11)"}},
      {"node:internal/crypto/keys",
       "createSecretKey",
       {"{as}createSecretKey (node:internal/crypto/keys:604:9)"}},
      {"node:internal/crypto/cipheriv",
       "Cipheriv",
       {"new Cipheriv (node:internal/crypto/cipher:243:3)"},
       "Cipheriv",
       "Cipheriv"},
      {"node:internal/crypto/cipheriv", "update", {}, "Cipheriv", "update"},
      {"node:internal/crypto/cipheriv", "final", {}, "Cipheriv", "final"},
      {"node:internal/crypto/cipheriv", "setAutoPadding", {}, "Cipheriv", "setAutoPadding"},
      {"node:internal/crypto/cipheriv", "getAuthTag", {}, "Cipheriv", "getAuthTag"},
      {"node:internal/crypto/cipheriv", "setAAD", {}, "Cipheriv", "setAAD"},
      {"node:internal/crypto/cipheriv", "_flush", {}, "Cipheriv", "_flush"},
      {"node:internal/crypto/cipheriv", "_transform", {}, "Cipheriv", "_transform"},
      {"node:internal/crypto/decipheriv",
       "Decipheriv",
       {"new Decipheriv (node:internal/crypto/cipher:289:3)"},
       "Decipheriv",
       "Decipheriv"},
      {"node:internal/crypto/decipheriv", "update", {}, "Decipheriv", "update"},
      {"node:internal/crypto/decipheriv", "final", {}, "Decipheriv", "final"},
      {"node:internal/crypto/decipheriv", "setAutoPadding", {}, "Decipheriv", "setAutoPadding"},
      {"node:internal/crypto/decipheriv", "setAuthTag", {}, "Decipheriv", "setAuthTag"},
      {"node:internal/crypto/decipheriv", "setAAD", {}, "Decipheriv", "setAAD"},
      {"node:internal/crypto/decipheriv", "_flush", {}, "Decipheriv", "_flush"},
      {"node:internal/crypto/decipheriv", "_transform", {}, "Decipheriv", "_transform"},
      {"node:internal/crypto/cipher_base",
       "createCipherBase",
       {"{}.createCipherBase (node:internal/crypto/cipher:121:19)"}},
      {"node:internal/crypto/cipher_base",
       "createCipherWithIV",
       {"{}.createCipherWithIV (node:internal/crypto/cipher:140:3)"},
       "{}",
       "createCipherBase"},
      {"node:internal/crypto/cipher_base",
       "decoderFor",
       {"getDecoder (node:internal/crypto/cipher:100:5)"}},
      {"node:internal/crypto/cipher_base",
       "update",
       {"{}.update (node:internal/crypto/cipher:181:29)"}},
      {"node:internal/crypto/cipher_base",
       "final",
       {"{}.final (node:internal/crypto/cipher:193:29)"}},
      {"node:internal/crypto/cipher_base",
       "setAutoPadding",
       {"{}.setAutoPadding (node:internal/crypto/cipher:206:11)"}},
      {"node:internal/crypto/cipher_base",
       "getAuthTag",
       {"{}.getAuthTag (node:internal/crypto/cipher:213:11)"}},
      {"node:internal/crypto/cipher_base",
       "setAuthTag",
       {"{}.setAuthTag (node:internal/crypto/cipher:221:11)"}},
      {"node:internal/crypto/cipher_base",
       "setAAD",
       {"{}.setAAD (node:internal/crypto/cipher:230:11)"}},
      {"node:internal/crypto/cipher_base",
       "transform",
       {"{}._transform (node:internal/crypto/cipher:159:29)"}},
      {"node:internal/crypto/cipher_base",
       "flush",
       {"{}._flush (node:internal/crypto/cipher:165:29)"}},
      {"node:internal/crypto/pbkdf2", "check", {"check (node:internal/crypto/pbkdf2:82:3)"}},
      {"node:internal/crypto/pbkdf2", "pbkdf2", {"{as}pbkdf2 (node:internal/crypto/pbkdf2:40:5)"}},
      {"node:internal/crypto/pbkdf2",
       "pbkdf2Sync",
       {"{as}pbkdf2Sync (node:internal/crypto/pbkdf2:64:5)"}},
      {"node:internal/crypto/scrypt", "check", {"check (node:internal/crypto/scrypt:85:3)"}},
      {"node:internal/crypto/scrypt", "scrypt", {"{as}scrypt (node:internal/crypto/scrypt:48:13)"}},
      {"node:internal/crypto/scrypt",
       "scryptSync",
       {"{as}scryptSync (node:internal/crypto/scrypt:66:13)"}},
      {"node:internal/crypto/hkdf", "hkdf", {"{as}hkdf (node:internal/crypto/hkdf:108:7)"}},
      {"node:internal/crypto/hkdf", "hkdfSync", {"{as}hkdfSync (node:internal/crypto/hkdf:130:7)"}},
      {"node:internal/crypto/random",
       "assertOffset",
       {"assertOffset (node:internal/crypto/random:75:11)"}},
      {"node:internal/crypto/random",
       "assertSize",
       {"assertSize (node:internal/crypto/random:86:11)"}},
      {"node:internal/crypto/random",
       "randomBytes",
       {"{as}randomBytes (node:internal/crypto/random:98:10)"}},
      {"node:internal/crypto/random",
       "randomFillSync",
       {"{as}randomFillSync (node:internal/crypto/random:127:12)"}},
      {"node:internal/crypto/random",
       "randomFill",
       {"{as}randomFill (node:internal/crypto/random:168:12)"}},
      {"node:internal/crypto/random_int",
       "randomInt",
       {"{as}randomInt (node:internal/crypto/random:232:11)"}},
      {"node:internal/crypto/random_uuid",
       "randomUUID",
       {"{as}randomUUID (node:internal/crypto/random:404:5)"}},
      {"node:internal/crypto/pbkdf2",
       "pbkdf2/job.ondone",
       {"job.ondone (node:internal/crypto/pbkdf2:56:12)"},
       "PBKDF2Job",
       ""},
      {"node:internal/crypto/scrypt",
       "scrypt/job.ondone",
       {"job.ondone (node:internal/crypto/scrypt:59:12)"},
       "ScryptJob",
       ""},
      {"node:internal/crypto/hkdf",
       "hkdf/job.ondone",
       {"job.ondone (node:internal/crypto/hkdf:117:5)"},
       "HKDFJob",
       ""},
      {"node:internal/crypto/secret_keys",
       "generateKey/job.ondone",
       {"job.ondone (node:internal/crypto/keygen:393:5)"},
       "SecretKeyGenJob",
       ""},
      {"node:internal/crypto/random",
       "randomBytes/<",
       {"RandomBytesJob.<anonymous> (node:internal/crypto/random:113:5)"},
       "RandomBytesJob",
       ""},
      {"node:internal/crypto/random",
       "onJobDone",
       {"RandomBytesJob.onJobDone (node:internal/crypto/random:308:3)"},
       "RandomBytesJob",
       ""},
      {"node:dns",
       "onlookup",
       {"GetAddrInfoReqWrap.onlookup [as oncomplete] (node:dns:111:26)"},
       "GetAddrInfoReqWrap",
       "callback"},
      {"node:dns",
       "onlookupall",
       {"GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:120:26)"},
       "GetAddrInfoReqWrap",
       "callback"},
      {"node:internal/dns/promises",
       "onlookup",
       {"GetAddrInfoReqWrap.onlookup [as oncomplete] (node:internal/dns/promises:86:17)"}},
      {"node:internal/dns/promises",
       "onlookupall",
       {"GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:internal/dns/promises:98:17)"}},
      {"node:crypto", "createHash", {"{as}createHash (node:crypto:139:10)"}},
      {"node:crypto", "createHmac", {"{as}createHmac (node:crypto:171:10)"}},
      {"node:crypto", "createCipheriv", {"{as}createCipheriv (node:crypto:147:10)"}},
      {"node:crypto", "createDecipheriv", {"{as}createDecipheriv (node:crypto:155:10)"}},
  };
  return frames;
}

struct WorkerName {
  std::string_view in_main;
  std::string_view in_worker;
};

constexpr std::array<WorkerName, 4> kWorkerNames = {{
    {"Module._extensions..js ", "Object..js "},
    {"Module._extensions..json ", "Object..json "},
    {"Module._load ", "Function._load "},
    {"Module._resolveFilename ", "Function._resolveFilename "},
}};

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

std::string name_in_worker(std::string_view shown) {
  for (const WorkerName& name : kWorkerNames)
    if (shown.starts_with(name.in_main))
      return std::string(name.in_worker).append(shown.substr(name.in_main.size()));
  return std::string(shown);
}

const NodeFrame* find_node_frame(std::string_view file, std::string_view function,
                                 std::string_view calls) {
  const auto matches = [&](const NodeFrame& frame) {
    return frame.file == file && (frame.function.empty() || frame.function == function) &&
           (frame.calls.empty() || frame.calls == calls);
  };
  for (const std::span<const NodeFrame> part : {std::span(node_frames()), stream_frames()})
    if (const auto found = std::find_if(part.begin(), part.end(), matches); found != part.end())
      return &*found;
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
