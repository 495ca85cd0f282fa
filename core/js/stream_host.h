#pragma once

#include <jsapi.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/js/stream_hooks.h"
#include "core/js/stream_recorder.h"
#include "core/stream/stream.h"

namespace loopscope::host {

class Agent;

// Keeps JavaScript values for a stream, and traces them.
class StreamValues final : public stream::ValueStore {
 public:
  stream::Value keep(const JS::Value& value);
  // Nothing for what is false: null, undefined, and so on.
  stream::Value keep_if_true(JS::HandleValue value);
  // Nothing for what cannot be called.
  stream::Value keep_if_callable(JS::HandleValue value);
  JS::Value get(const stream::Value& value) const;

  void retain(uint32_t slot) override { ++m_slots[slot].count; }
  void release(uint32_t slot) override;
  bool same(uint32_t a, uint32_t b) const override;
  void trace(JSTracer* trc);
  // Its owner goes: nothing is to be written to the slots any more.
  void abandon() { m_abandoned = true; }

 private:
  struct Slot {
    JS::Heap<JS::Value> value;
    uint32_t count = 0;
  };
  std::vector<Slot> m_slots;
  std::vector<uint32_t> m_free;
  bool m_abandoned = false;
};

// The port of one stream object of a program's: what core/stream decides, it does to that object.
// Lives as long as its core, the script-side object that the stream object keeps.
class StreamHost final : public stream::Port {
 public:
  // Makes the core of `owner`. Null: an exception is pending.
  static JSObject* create(JSContext* cx, JS::HandleObject owner);
  // The host of a core.
  static StreamHost& of(JSObject* core);

  stream::Stream& stream() { return m_stream; }
  StreamValues& values() { return m_values; }
  const StreamValues& values() const { return m_values; }

  // stream::Port
  bool emit(stream::Event event, const stream::Value& argument) override;
  size_t listener_count(stream::Event event) override;
  bool read_nothing() override;
  bool read_on() override;
  bool resume() override { return call_owner("resume"); }
  bool end() override { return call_owner("end"); }
  bool uncork() override { return call_owner("uncork"); }
  bool destroy(const stream::Value& error) override;
  stream::Attempt call_construct(stream::Value& thrown) override;
  stream::Attempt call_final(stream::Value& thrown) override;
  stream::Attempt call_destroy(const stream::Value& error, const stream::Value& callback,
                               stream::Value& thrown) override;
  bool call_write(const stream::Write& write) override;
  bool call_writev(std::span<const stream::Write> writes, bool all_buffers) override;
  bool has_writev() override { return has_function("_writev"); }
  bool has_final() override { return has_function("_final"); }
  bool is_readable() const override { return m_readable.value_or(true); }
  bool is_writable() const override { return m_writable.value_or(true); }
  bool ends_with_its_readable() override;
  bool can_be_ended() override;
  bool call_back(const stream::Value& callback, const stream::Value& error) override;
  stream::Value make_error(stream::Fault fault) override;
  stream::Value join_errors(const stream::Value& inner, const stream::Value& outer) override;
  bool concat(std::span<const stream::Chunk> chunks, stream::Value& result) override;
  bool slice(const stream::Chunk& chunk, int64_t from, int64_t to, stream::Value& result) override;
  bool flush_decoder(stream::Chunk& rest) override;
  void next_tick(const char* label, std::function<bool()> action) override;

  // _readableState.readable and _writableState.writable, which a Duplex may set to false.
  std::optional<bool> readable_flag() const { return m_readable; }
  std::optional<bool> writable_flag() const { return m_writable; }
  void set_readable(bool readable) { m_readable = readable; }
  void set_writable(bool writable) { m_writable = writable; }
  // Null: nothing is recorded.
  StreamRecorder* recorder() { return m_recorder.get(); }
  // stream.emit('data', chunk), while what becomes of the chunk is recorded.
  bool deliver(JS::HandleValue chunk);
  // What _write() and _writev() are given to call back.
  void set_on_write(JSObject* function) { m_on_write = function; }

 private:
  explicit StreamHost(JSContext* cx) : m_cx(cx), m_stream(*this) {}

  static void trace(JSTracer* trc, JSObject* core);
  static void finalize(JS::GCContext* gcx, JSObject* core);
  friend const JSClassOps& stream_core_operations();

  bool call_owner(const char* method, const JS::HandleValueArray& args,
                  JS::MutableHandleValue result);
  bool call_owner(const char* method);
  // A function that internal/streams/host_hooks.js registered.
  bool call_hook(StreamHooks::Name name, const JS::HandleValueArray& args,
                 JS::MutableHandleValue result);
  bool call_hook(StreamHooks::Name name, const JS::HandleValueArray& args);
  stream::Attempt attempt(bool returned, stream::Value& thrown);
  bool has_function(const char* name);
  bool truth(StreamHooks::Name hook);

  JSContext* m_cx;
  JS::Heap<JSObject*> m_owner;
  JS::Heap<JSObject*> m_core;
  JS::Heap<JSObject*> m_on_write;
  StreamValues m_values;
  stream::Stream m_stream;
  std::unique_ptr<StreamRecorder> m_recorder;
  std::optional<bool> m_readable;
  std::optional<bool> m_writable;
};

}  // namespace loopscope::host
