#include "core/js/stream_host.h"

#include <js/Array.h>
#include <js/CallAndConstruct.h>
#include <js/Conversions.h>
#include <js/MemoryFunctions.h>
#include <js/Object.h>

#include <utility>

#include "core/js/agent.h"

namespace loopscope::host {

using Hook = StreamHooks::Name;
using stream::Attempt;
using stream::Chunk;
using stream::Event;
using stream::Fault;
using stream::Value;
using stream::Write;

// ---- Values ----

Value StreamValues::keep(const JS::Value& value) {
  uint32_t slot = 0;
  if (m_free.empty()) {
    slot = static_cast<uint32_t>(m_slots.size());
    m_slots.emplace_back();
  } else {
    slot = m_free.back();
    m_free.pop_back();
  }
  m_slots[slot].value = value;
  m_slots[slot].count = 1;
  return Value(*this, slot);
}

Value StreamValues::keep_if_true(JS::HandleValue value) {
  return JS::ToBoolean(value) ? keep(value) : Value();
}

Value StreamValues::keep_if_callable(JS::HandleValue value) {
  return value.isObject() && JS::IsCallable(&value.toObject()) ? keep(value) : Value();
}

JS::Value StreamValues::get(const Value& value) const {
  return m_slots[value.slot()].value.get();
}

void StreamValues::release(uint32_t slot) {
  if (m_abandoned || --m_slots[slot].count > 0) return;
  m_slots[slot].value = JS::UndefinedValue();
  m_free.push_back(slot);
}

bool StreamValues::same(uint32_t a, uint32_t b) const {
  return m_slots[a].value.get() == m_slots[b].value.get();
}

void StreamValues::trace(JSTracer* trc) {
  for (Slot& slot : m_slots)
    if (slot.count > 0) JS::TraceEdge(trc, &slot.value, "stream value");
}

// ---- The core object ----

namespace {

constexpr uint32_t kHostSlot = 0;

// So that the engine collects the streams of programs that make many: it sees but their cores.
constexpr JS::MemoryUse kHostMemory = JS::MemoryUse::Embedding1;

StreamHost* host_or_null(JSObject* core) {
  const JS::Value slot = JS::GetReservedSlot(core, kHostSlot);
  return slot.isUndefined() ? nullptr : static_cast<StreamHost*>(slot.toPrivate());
}

const char* name_of(Event event) {
  switch (event) {
    case Event::kReadable:
      return "readable";
    case Event::kEnd:
      return "end";
    case Event::kPause:
      return "pause";
    case Event::kResume:
      return "resume";
    case Event::kDrain:
      return "drain";
    case Event::kPrefinish:
      return "prefinish";
    case Event::kFinish:
      return "finish";
    case Event::kError:
      return "error";
    case Event::kClose:
      return "close";
  }
  return "";
}

}  // namespace

const JSClassOps& stream_core_operations() {
  static const JSClassOps operations = {
      nullptr, nullptr, nullptr,           nullptr, nullptr, nullptr, &StreamHost::finalize,
      nullptr, nullptr, &StreamHost::trace};
  return operations;
}

JSObject* StreamHost::create(JSContext* cx, JS::HandleObject owner) {
  static const JSClass kCoreClass = {"StreamCore",
                                     JSCLASS_HAS_RESERVED_SLOTS(1) | JSCLASS_FOREGROUND_FINALIZE,
                                     &stream_core_operations()};
  JSObject* core = JS_NewObject(cx, &kCoreClass);
  if (core == nullptr) return nullptr;
  auto* host = new StreamHost(cx);
  host->m_owner = owner;
  host->m_core = core;
  JS::SetReservedSlot(core, kHostSlot, JS::PrivateValue(host));
  JS::AddAssociatedMemory(core, sizeof(StreamHost), kHostMemory);
  if (ChunkNames* names = agent_from(cx).chunk_names(); names != nullptr) {
    JS::RootedObject kept(cx, core);
    host->m_recorder = std::make_unique<StreamRecorder>(cx, *host, *names, owner);
    host->m_stream.observe_by(host->m_recorder.get());
    agent_from(cx).note_stream();
    return kept;
  }
  return core;
}

StreamHost& StreamHost::of(JSObject* core) {
  return *host_or_null(core);
}

void StreamHost::trace(JSTracer* trc, JSObject* core) {
  StreamHost* host = host_or_null(core);
  if (host == nullptr) return;
  JS::TraceEdge(trc, &host->m_owner, "stream");
  JS::TraceEdge(trc, &host->m_core, "stream core");
  JS::TraceEdge(trc, &host->m_on_write, "stream onwrite");
  host->m_values.trace(trc);
}

void StreamHost::finalize(JS::GCContext*, JSObject* core) {
  StreamHost* host = host_or_null(core);
  if (host == nullptr) return;
  host->m_values.abandon();
  delete host;
  JS::RemoveAssociatedMemory(core, sizeof(StreamHost), kHostMemory);
}

// ---- Calls ----

bool StreamHost::call_owner(const char* method, const JS::HandleValueArray& args,
                            JS::MutableHandleValue result) {
  JS::RootedObject self(m_cx, m_owner);
  return !agent_from(m_cx).ended() && JS_CallFunctionName(m_cx, self, method, args, result);
}

bool StreamHost::call_owner(const char* method) {
  JS::RootedValue ignored(m_cx);
  return call_owner(method, JS::HandleValueArray::empty(), &ignored);
}

bool StreamHost::call_hook(Hook name, const JS::HandleValueArray& args,
                           JS::MutableHandleValue result) {
  Agent& agent = agent_from(m_cx);
  return !agent.ended() && agent.stream_hooks().call(m_cx, name, args, result);
}

bool StreamHost::call_hook(Hook name, const JS::HandleValueArray& args) {
  JS::RootedValue ignored(m_cx);
  return call_hook(name, args, &ignored);
}

Attempt StreamHost::attempt(bool returned, Value& thrown) {
  if (returned) return Attempt::kReturned;
  JS::RootedValue error(m_cx);
  if (agent_from(m_cx).ended() || !JS_GetPendingException(m_cx, &error)) return Attempt::kEnding;
  JS_ClearPendingException(m_cx);
  thrown = m_values.keep(error);
  return Attempt::kThrew;
}

bool StreamHost::has_function(const char* name) {
  JS::RootedObject self(m_cx, m_owner);
  JS::RootedValue value(m_cx);
  if (!JS_GetProperty(m_cx, self, name, &value)) {
    JS_ClearPendingException(m_cx);
    return false;
  }
  return value.isObject() && JS::IsCallable(&value.toObject());
}

// What a hook says of the stream's object.
bool StreamHost::truth(Hook hook) {
  JS::RootedValueArray<1> args(m_cx);
  args[0].setObject(*m_owner);
  JS::RootedValue result(m_cx);
  return call_hook(hook, args, &result) && JS::ToBoolean(result);
}

bool StreamHost::ends_with_its_readable() {
  return truth(Hook::kEndsWithItsReadable);
}

bool StreamHost::can_be_ended() {
  return truth(Hook::kCanBeEnded);
}

bool StreamHost::emit(Event event, const Value& argument) {
  JS::RootedValueArray<3> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].setString(JS_AtomizeAndPinString(m_cx, name_of(event)));
  if (argument) args[2].set(m_values.get(argument));
  return call_hook(argument ? Hook::kEmitWith : Hook::kEmit, args);
}

bool StreamHost::deliver(JS::HandleValue chunk) {
  JS::RootedValueArray<2> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].set(chunk);
  if (!m_recorder) return call_hook(Hook::kDeliver, args);
  const ChunkNames::Delivery delivery(*agent_from(m_cx).chunk_names(), m_cx);
  m_recorder->handed(chunk);
  return call_hook(Hook::kDeliver, args);
}

size_t StreamHost::listener_count(Event event) {
  JS::RootedString name(m_cx, JS_AtomizeAndPinString(m_cx, name_of(event)));
  JS::RootedValueArray<2> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].setString(name);
  JS::RootedValue count(m_cx);
  if (!call_hook(Hook::kListenerCount, args, &count)) return 0;
  return count.isInt32() ? static_cast<size_t>(count.toInt32()) : 0;
}

bool StreamHost::read_nothing() {
  JS::RootedValueArray<1> args(m_cx);
  args[0].setObject(*m_owner);
  return call_hook(Hook::kReadNothing, args);
}

bool StreamHost::read_on() {
  JS::RootedValueArray<1> args(m_cx);
  args[0].setObject(*m_owner);
  return call_hook(Hook::kReadOn, args);
}

bool StreamHost::destroy(const Value& error) {
  JS::RootedValueArray<1> args(m_cx);
  JS::RootedValue ignored(m_cx);
  if (error) args[0].set(m_values.get(error));
  return error ? call_owner("destroy", args, &ignored) : call_owner("destroy");
}

Attempt StreamHost::call_construct(Value& thrown) {
  JS::RootedValueArray<2> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].setObject(*m_core);
  JS::RootedValue ignored(m_cx);
  return attempt(call_hook(Hook::kConstruct, args, &ignored), thrown);
}

Attempt StreamHost::call_final(Value& thrown) {
  JS::RootedValueArray<2> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].setObject(*m_core);
  JS::RootedValue ignored(m_cx);
  return attempt(call_hook(Hook::kFinal, args, &ignored), thrown);
}

Attempt StreamHost::call_destroy(const Value& error, const Value& callback, Value& thrown) {
  JS::RootedValueArray<4> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].setObject(*m_core);
  args[2].setNull();
  if (error) args[2].set(m_values.get(error));
  if (callback) args[3].set(m_values.get(callback));
  JS::RootedValue ignored(m_cx);
  return attempt(call_hook(Hook::kDestroy, args, &ignored), thrown);
}

bool StreamHost::call_write(const Write& write) {
  JS::RootedValueArray<4> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].set(m_values.get(write.chunk.value));
  args[2].set(m_values.get(write.encoding));
  args[3].setObject(*m_on_write);
  return call_hook(Hook::kCallWrite, args);
}

bool StreamHost::call_writev(std::span<const Write> writes, bool all_buffers) {
  JS::RootedValueVector parts(m_cx);
  for (const Write& write : writes) {
    const JS::Value callback = write.callback ? m_values.get(write.callback) : JS::NullValue();
    if (!parts.append(m_values.get(write.chunk.value)) ||
        !parts.append(m_values.get(write.encoding)) || !parts.append(callback))
      return false;
  }
  JS::RootedObject array(m_cx, JS::NewArrayObject(m_cx, parts));
  if (!array) return false;
  JS::RootedValueArray<4> args(m_cx);
  args[0].setObject(*m_owner);
  args[1].setObject(*array);
  args[2].setBoolean(all_buffers);
  args[3].setObject(*m_on_write);
  JS::RootedValue ignored(m_cx);
  return call_hook(Hook::kWritev, args, &ignored);
}

bool StreamHost::call_back(const Value& callback, const Value& error) {
  JS::RootedValueArray<1> args(m_cx);
  args[0].setNull();
  if (error) args[0].set(m_values.get(error));
  JS::RootedValue function(m_cx, m_values.get(callback));
  JS::RootedValue ignored(m_cx);
  return !agent_from(m_cx).ended() &&
         JS::Call(m_cx, JS::UndefinedHandleValue, function, args, &ignored);
}

// ---- Errors and chunks ----

Value StreamHost::make_error(Fault fault) {
  JS::RootedValueArray<1> args(m_cx);
  args[0].setInt32(static_cast<int32_t>(fault));
  JS::RootedValue error(m_cx);
  if (!call_hook(Hook::kMakeError, args, &error)) JS_ClearPendingException(m_cx);
  return m_values.keep(error);
}

Value StreamHost::join_errors(const Value& inner, const Value& outer) {
  if (!inner || !outer) return inner ? inner : outer;
  JS::RootedValueArray<2> args(m_cx);
  args[0].set(m_values.get(inner));
  args[1].set(m_values.get(outer));
  JS::RootedValue error(m_cx);
  if (!call_hook(Hook::kJoinErrors, args, &error)) JS_ClearPendingException(m_cx);
  return m_values.keep(error);
}

bool StreamHost::concat(std::span<const Chunk> chunks, Value& result) {
  JS::RootedValueVector parts(m_cx);
  for (const Chunk& chunk : chunks)
    if (!parts.append(m_values.get(chunk.value))) return false;
  JS::RootedObject array(m_cx, JS::NewArrayObject(m_cx, parts));
  if (!array) return false;
  JS::RootedValueArray<1> args(m_cx);
  args[0].setObject(*array);
  JS::RootedValue whole(m_cx);
  if (!call_hook(Hook::kConcat, args, &whole)) return false;
  result = m_values.keep(whole);
  return true;
}

bool StreamHost::slice(const Chunk& chunk, int64_t from, int64_t to, Value& result) {
  JS::RootedValueArray<3> args(m_cx);
  args[0].set(m_values.get(chunk.value));
  args[1].setNumber(static_cast<double>(from));
  args[2].setNumber(static_cast<double>(to));
  JS::RootedValue part(m_cx);
  if (!call_hook(Hook::kSlice, args, &part)) return false;
  result = m_values.keep(part);
  return true;
}

bool StreamHost::flush_decoder(Chunk& rest) {
  JS::RootedValueArray<1> args(m_cx);
  args[0].setObject(*m_owner);
  JS::RootedValue text(m_cx);
  if (!call_hook(Hook::kFlushDecoder, args, &text)) return false;
  if (!text.isString() || JS::GetStringLength(text.toString()) == 0) return true;
  rest.value = m_values.keep(text);
  rest.length = m_stream.readable()->object_mode
                    ? 1
                    : static_cast<int64_t>(JS::GetStringLength(text.toString()));
  return true;
}

void StreamHost::next_tick(const char* label, std::function<bool()> action) {
  JS::RootedObject core(m_cx, m_core);
  agent_from(m_cx).queue_native_tick(label, core,
                                     [action = std::move(action)](JSContext*) { return action(); });
}

}  // namespace loopscope::host
