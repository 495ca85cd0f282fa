#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/stream/stream.h"

namespace loopscope::stream::fakes {

// The owner of a stream, of texts as values: notes what the stream does, and queues its ticks.
class Owner : public Port, public ValueStore {
 public:
  Owner() : stream(*this) {}

  Value value(const std::string& text) {
    texts.push_back({text, 1});
    return Value(*this, static_cast<uint32_t>(texts.size() - 1));
  }
  Chunk chunk(const std::string& text) {
    return {value(text), static_cast<int64_t>(text.size()), 0};
  }
  const std::string& text(const Value& value) const { return texts[value.slot()].text; }

  void run_ticks() {
    while (!ticks.empty()) {
      const std::function<bool()> tick = std::move(ticks.front());
      ticks.pop_front();
      tick();
    }
  }
  std::vector<std::string> take_log() { return std::exchange(log, {}); }
  // Values that are still held.
  size_t held() const {
    size_t count = 0;
    for (const Slot& slot : texts) count += slot.count > 0 ? 1 : 0;
    return count;
  }

  // What an owner makes of a stream's steps.
  bool deliver(const Chunk& chunk) {
    log.push_back("data " + text(chunk.value));
    return !throws_in_data();
  }
  bool push(Chunk chunk) {
    Readable& side = *stream.readable();
    if (!side.add(chunk, false)) return true;
    if (!deliver(chunk)) return false;
    side.added();
    return true;
  }
  bool read(std::optional<int64_t> asked, Chunk& result) {
    Readable& side = *stream.readable();
    int64_t size = 0;
    const Readable::ReadStep step = side.begin_read(asked, size);
    if (step == Readable::ReadStep::kNothing) return true;
    if (step == Readable::ReadStep::kCallRead) {
      on_read(side.high_water_mark);
      side.read_called(asked, size);
    }
    if (!side.finish_read(asked, size, result)) return false;
    return !result.value || !side.begin_delivery() || deliver(result);
  }
  // What write() returns; the error of what is refused is in the log.
  bool write(Write write) {
    Writable& side = *stream.writable();
    if (!side.takes()) {
      Value error;
      side.refuse(write.callback, error);
      log.push_back("refused " + text(error));
      return false;
    }
    const Writable::Entry entry = side.enter(write.chunk);
    if (entry.waits) {
      side.wait(std::move(write), true);
    } else {
      side.begin(write.chunk, write.callback);
      call_write(write);
      side.called();
    }
    return side.left(entry);
  }

  // What the program does.
  std::function<void(int64_t)> on_read = [](int64_t) {};
  std::function<void(const Write&)> on_write = [](const Write&) {};
  std::function<bool(Event)> throws_in = [](Event) { return false; };
  std::function<bool()> throws_in_data = [] { return false; };
  std::map<Event, size_t> listeners;
  bool has_writev_method = false;
  bool has_final_method = false;

  // ValueStore
  void retain(uint32_t slot) override { ++texts[slot].count; }
  void release(uint32_t slot) override { --texts[slot].count; }
  bool same(uint32_t a, uint32_t b) const override { return texts[a].text == texts[b].text; }

  // Port
  bool emit(Event event, const Value& argument) override {
    static const char* const names[] = {"readable",  "end",    "pause", "resume", "drain",
                                        "prefinish", "finish", "error", "close"};
    std::string line = names[static_cast<size_t>(event)];
    if (argument) line += " " + text(argument);
    log.push_back(line);
    return !throws_in(event);
  }
  size_t listener_count(Event event) override { return listeners[event]; }
  bool read_nothing() override {
    Chunk ignored;
    return read(0, ignored);
  }
  bool read_on() override {
    while (stream.readable()->flowing == true) {
      Chunk chunk;
      if (!read(std::nullopt, chunk)) return false;
      if (!chunk.value) break;
    }
    return true;
  }
  bool resume() override { return stream.readable()->resume(); }
  bool end() override { return stream.writable()->end(Value(), Value()); }
  bool uncork() override { return stream.writable()->uncork(); }
  bool destroy(const Value& error) override { return stream.destroy(error, Value()); }
  Attempt call_construct(Value&) override { return Attempt::kReturned; }
  Attempt call_final(Value&) override {
    log.push_back("final");
    return Attempt::kReturned;
  }
  Attempt call_destroy(const Value& error, const Value& callback, Value&) override {
    stream.destroyed(error, callback);
    return Attempt::kReturned;
  }
  bool call_write(const Write& write) override {
    log.push_back("write " + text(write.chunk.value));
    on_write(write);
    return true;
  }
  bool call_writev(std::span<const Write> writes, bool) override {
    std::string line = "writev";
    for (const Write& write : writes) line += " " + text(write.chunk.value);
    log.push_back(line);
    return true;
  }
  bool has_writev() override { return has_writev_method; }
  bool has_final() override { return has_final_method; }
  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  bool ends_with_its_readable() override { return false; }
  bool can_be_ended() override { return true; }
  bool call_back(const Value& callback, const Value& error) override {
    log.push_back(text(callback) + "(" + (error ? text(error) : "") + ")");
    return true;
  }
  Value make_error(Fault fault) override {
    return value("fault " + std::to_string(static_cast<int>(fault)));
  }
  Value join_errors(const Value& inner, const Value& outer) override {
    return inner ? inner : outer;
  }
  bool concat(std::span<const Chunk> chunks, Value& result) override {
    std::string whole;
    for (const Chunk& each : chunks) whole += text(each.value);
    result = value(whole);
    return true;
  }
  bool slice(const Chunk& whole, int64_t from, int64_t to, Value& result) override {
    result =
        value(text(whole.value).substr(static_cast<size_t>(from), static_cast<size_t>(to - from)));
    return true;
  }
  bool flush_decoder(Chunk&) override { return true; }
  void next_tick(const char*, std::function<bool()> action) override {
    ticks.push_back(std::move(action));
  }

 private:
  struct Slot {
    std::string text;
    int count;
  };
  std::deque<Slot> texts;

 public:
  std::deque<std::function<bool()>> ticks;
  std::vector<std::string> log;
  Stream stream;
};

}  // namespace loopscope::stream::fakes
