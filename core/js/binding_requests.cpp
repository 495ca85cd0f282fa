#include <js/Array.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/describe.h"
#include "core/js/loads.h"
#include "core/js/native.h"
#include "core/js/sockets.h"

// internalBinding('requests'): what becomes of HTTP requests, for the trace (RequestChange in
// core/trace/schema.h). The numbers are given whether it is recorded or not: what is called, and
// so how long it takes, must not depend on that.
namespace loopscope::host {

namespace {

using trace::RequestOp;

uint32_t number_from(const JS::CallArgs& args, unsigned index) {
  return static_cast<uint32_t>(args.get(index).toNumber());
}

void record(JSContext* cx, const trace::RequestChange& change) {
  Agent& agent = agent_from(cx);
  if (agent.loop().log().recording())
    agent.options().recorder->request(agent.loop().log().stamp(), change);
}

trace::StringId intern(JSContext* cx, JS::HandleValue value) {
  std::string text;
  if (to_utf8(cx, value, text)) return agent_from(cx).options().recorder->intern(text);
  JS_ClearPendingException(cx);
  return {};
}

// send(text) -> the number of a request that the program has sent
bool send(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const uint32_t number = agent.machine().network().requests().next();
  args.rval().setNumber(number);
  if (!agent.loop().log().recording()) return true;
  record(cx, {RequestOp::send, number, 0, 0, 0, intern(cx, args.get(0)),
              agent.options().recorder->intern(running_location(cx))});
  return true;
}

// putOn(handle, number): its head is what the handle writes next
bool put_on(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).sockets().put_request(number_from(args, 0), number_from(args, 1));
  args.rval().setUndefined();
  return true;
}

// The function that gets a server's requests, of `listeners`: one, or an array.
JSObject* first_listener(JSContext* cx, JS::HandleValue listeners) {
  JS::RootedValue listener(cx, listeners);
  bool is_array = false;
  if (listener.isObject()) {
    const JS::RootedObject object(cx, &listener.toObject());
    if (JS::IsArrayObject(cx, object, &is_array) && is_array &&
        !JS_GetElement(cx, object, 0, &listener))
      JS_ClearPendingException(cx);
  }
  return listener.isObject() && JS_ObjectIsFunction(&listener.toObject()) ? &listener.toObject()
                                                                          : nullptr;
}

// handle(handle or 0, text, listeners) -> the number of the request that a server begins to handle
bool handle(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const os::SocketId connection = agent.sockets().socket_id(number_from(args, 0));
  const uint32_t number = agent.machine().network().requests().take_off(connection);
  args.rval().setNumber(number);
  if (!agent.loop().log().recording()) return true;
  trace::StringId place;
  if (const JS::RootedObject listener(cx, first_listener(cx, args.get(2))); listener)
    place = agent.options().recorder->intern(describe_function(cx, listener).location);
  record(cx, {RequestOp::handle, number, connection, 0, 0, intern(cx, args.get(1)), place});
  return true;
}

// (number, status)
template <RequestOp op>
bool change(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  if (const uint32_t number = number_from(args, 0); number != 0)
    record(cx, {op, number, 0, static_cast<uint32_t>(args.get(1).toNumber()), 0, {}, {}});
  return true;
}

// endsWhenIdle() -> whether the run may be over as soon as all of it only waits
bool may_end_when_idle(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(ends_when_idle(agent_from(cx)));
  return true;
}

// fail(number, why)
bool fail(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  const uint32_t number = number_from(args, 0);
  if (number == 0 || !agent_from(cx).loop().log().recording()) return true;
  record(cx, {RequestOp::fail, number, 0, 0, 0, intern(cx, args.get(1)), {}});
  return true;
}

}  // namespace

bool init_requests_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"send", send, 1},
                         {"putOn", put_on, 2},
                         {"handle", handle, 3},
                         {"head", change<RequestOp::head>, 2},
                         {"finish", change<RequestOp::finish>, 2},
                         {"receive", change<RequestOp::receive>, 2},
                         {"endsWhenIdle", may_end_when_idle, 0},
                         {"fail", fail, 2}});
}

}  // namespace loopscope::host
