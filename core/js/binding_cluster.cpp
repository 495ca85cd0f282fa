#include <js/Array.h>

#include "core/cluster/listeners.h"
#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('cluster'): what a primary decides (core/cluster). Workers are named by their
// agents, connections by their sockets. What is to be sent to whom is a list of worker and
// connection in turn.
namespace loopscope::host {

namespace {

using cluster::Handing;
using cluster::ListenerId;
using cluster::RoundRobin;

cluster::Listeners& listeners_of(JSContext* cx) {
  return agent_from(cx).process().listeners();
}

uint32_t number_from(const JS::CallArgs& args, unsigned index) {
  return static_cast<uint32_t>(args.get(index).toNumber());
}

bool give_numbers(JSContext* cx, const JS::CallArgs& args, const std::vector<uint32_t>& numbers) {
  JS::RootedValueVector values(cx);
  for (const uint32_t number : numbers)
    if (!values.append(JS::NumberValue(number))) return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

void record(JSContext* cx, ListenerId listener, trace::HandoffOp op, const Handing& handing) {
  Agent& agent = agent_from(cx);
  trace::Recorder* recorder = agent.options().recorder;
  if (recorder == nullptr) return;
  cluster::Listeners& listeners = listeners_of(cx);
  const RoundRobin* round = listeners.round(listener);
  const auto waiting = round == nullptr ? 0 : static_cast<uint32_t>(round->waiting());
  const trace::StringId address =
      round == nullptr ? trace::StringId{} : recorder->intern(listeners.address(listener));
  recorder->handoff(agent.loop().log().stamp(),
                    {op, handing.connection, handing.worker, waiting, address});
}

bool give_handings(JSContext* cx, const JS::CallArgs& args, ListenerId listener,
                   const std::vector<Handing>& handings) {
  std::vector<uint32_t> numbers;
  for (const Handing& handing : handings) {
    record(cx, listener, trace::HandoffOp::given, handing);
    numbers.push_back(handing.worker);
    numbers.push_back(handing.connection);
  }
  return give_numbers(cx, args, numbers);
}

std::vector<Handing> list_of(const std::optional<Handing>& handing) {
  return handing ? std::vector<Handing>{*handing} : std::vector<Handing>();
}

// add(address) -> a listener for it
bool add(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string address;
  if (!to_utf8(cx, args.get(0), address)) return false;
  args.rval().setNumber(listeners_of(cx).add(address));
  return true;
}

// join(listener, worker) -> what is to be sent
bool join(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const ListenerId listener = number_from(args, 0);
  RoundRobin* round = listeners_of(cx).round(listener);
  if (round == nullptr) return give_numbers(cx, args, {});
  return give_handings(cx, args, listener, list_of(round->join(number_from(args, 1))));
}

// leave(listener, worker) -> undefined while other workers serve it; else it is removed, and these
// connections are nobody's
bool leave(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const ListenerId listener = number_from(args, 0);
  RoundRobin* round = listeners_of(cx).round(listener);
  args.rval().setUndefined();
  if (round == nullptr) return true;
  round->leave(number_from(args, 1));
  if (round->has_workers()) return true;
  const std::vector<uint32_t> lost = round->give_up();
  listeners_of(cx).remove(listener);
  return give_numbers(cx, args, lost);
}

// arrive(listener, connection) -> what is to be sent
bool arrive(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const ListenerId listener = number_from(args, 0);
  const uint32_t connection = number_from(args, 1);
  RoundRobin* round = listeners_of(cx).round(listener);
  if (round == nullptr) return give_numbers(cx, args, {});
  const std::vector<Handing> handings = list_of(round->arrive(connection));
  if (handings.empty()) record(cx, listener, trace::HandoffOp::queued, {0, connection});
  return give_handings(cx, args, listener, handings);
}

// answer(listener, worker, connection, whether it took it) -> what is to be sent
bool answer(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const ListenerId listener = number_from(args, 0);
  const Handing handing{number_from(args, 1), number_from(args, 2)};
  const bool taken = JS::ToBoolean(args.get(3));
  record(cx, listener, taken ? trace::HandoffOp::taken : trace::HandoffOp::returned, handing);
  RoundRobin* round = listeners_of(cx).round(listener);
  if (round == nullptr) return give_numbers(cx, args, {});
  return give_handings(cx, args, listener,
                       round->answer(handing.worker, handing.connection, taken));
}

// keepAlive(boolean): a listener that is the primary's keeps the worker's loop alive, or no longer
bool keep_alive(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  loop::EventLoop& loop = agent_from(cx).loop();
  if (JS::ToBoolean(args.get(0)))
    loop.ref_handle();
  else
    loop.unref_handle();
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_cluster_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"add", add, 1},
                         {"join", join, 2},
                         {"leave", leave, 2},
                         {"arrive", arrive, 2},
                         {"answer", answer, 4},
                         {"keepAlive", keep_alive, 1}});
}

}  // namespace loopscope::host
