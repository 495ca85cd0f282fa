#include <js/Array.h>

#include <vector>

#include "core/js/binding_stream.h"
#include "core/js/native.h"

// What a Readable is piped to, and whom it waits for. A destination is a number of the script's.
namespace loopscope::host {

namespace {

stream::Pipes& pipes_of(const JS::CallArgs& args) {
  return stream_of(args).readable()->pipes;
}

uint32_t destination_of(const JS::CallArgs& args) {
  return static_cast<uint32_t>(args[1].toNumber());
}

void note_pipe(const JS::CallArgs& args, trace::PipeOp op) {
  if (StreamRecorder* recorder = host_of(args).recorder(); recorder != nullptr)
    recorder->piped(op, destination_of(args));
}

// pipeTo(core, number, the destination's core or undefined)
bool pipe_to(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  pipes_of(args).add(destination_of(args));
  StreamRecorder* recorder = host_of(args).recorder();
  if (recorder != nullptr && args.get(2).isObject())
    recorder->knows_destination(destination_of(args),
                                StreamHost::of(&args[2].toObject()).recorder()->id());
  note_pipe(args, trace::PipeOp::pipe);
  args.rval().setUndefined();
  return true;
}

// unpipeFrom(core, destination) -> whether it was piped to
bool unpipe_from(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const bool was_piped = pipes_of(args).remove(destination_of(args));
  if (was_piped) note_pipe(args, trace::PipeOp::unpipe);
  args.rval().setBoolean(was_piped);
  return true;
}

bool await_drain(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  pipes_of(args).await_drain(destination_of(args));
  note_pipe(args, trace::PipeOp::await);
  args.rval().setUndefined();
  return true;
}

// drained(core, destination) -> whether the source may go on
bool drained(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const bool nobody_waits = pipes_of(args).drained(destination_of(args));
  note_pipe(args, trace::PipeOp::go_on);
  args.rval().setBoolean(nobody_waits && stream_of(args).readable()->data_listening);
  return true;
}

bool numbers(JSContext* cx, const JS::CallArgs& args, const std::vector<uint32_t>& list) {
  JS::RootedValueVector values(cx);
  for (const uint32_t each : list)
    if (!values.append(JS::NumberValue(each))) return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

bool destinations(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return numbers(cx, args, pipes_of(args).destinations());
}

bool waiting_for(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return numbers(cx, args, pipes_of(args).waiting());
}

}  // namespace

bool define_stream_pipes(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"pipeTo", pipe_to, 3},
                         {"unpipeFrom", unpipe_from, 2},
                         {"awaitDrain", await_drain, 2},
                         {"drained", drained, 2},
                         {"destinations", destinations, 1},
                         {"waitingFor", waiting_for, 1}});
}

}  // namespace loopscope::host
