#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/experimental/TypedData.h>

#include <cerrno>
#include <string>
#include <utility>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"
#include "core/os/network/address.h"

// internalBinding('net'): handles of sockets (core/js/sockets.h) for node/internal/net/handle.js,
// which gives arguments of the right types. Results are 0 or libuv's negative numbers.
namespace loopscope::host {

namespace {

Sockets& sockets_of(JSContext* cx) {
  return agent_from(cx).sockets();
}

Sockets::HandleId handle_from(const JS::CallArgs& args) {
  return static_cast<Sockets::HandleId>(args[0].toNumber());
}

bool give(const JS::CallArgs& args, int status) {
  args.rval().setInt32(status);
  return true;
}

// The same, of a call that takes the machine's time.
bool give_call(JSContext* cx, const JS::CallArgs& args, int status) {
  Agent& agent = agent_from(cx);
  agent.meter().charge(agent.options().costs.socket_call);
  return give(args, status);
}

// ipVersion(text) -> 4, 6 or 0
bool ip_version(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string text;
  return to_utf8(cx, args[0], text) && give(args, os::ip_version(text));
}

// create(isPath, owner) -> handle
bool create(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::RootedObject owner(cx, &args[1].toObject());
  const os::Family family = args[0].toBoolean() ? os::Family::kUnix : os::Family::kIpv4;
  args.rval().setNumber(sockets_of(cx).create(family, owner));
  return true;
}

// adopt(handle, owner)
bool adopt(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::RootedObject owner(cx, &args[1].toObject());
  sockets_of(cx).adopt(handle_from(args), owner);
  return give(args, 0);
}

// giveAway(handle) -> the number of its socket, which is nobody's now; 0: it had none
bool give_away(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(sockets_of(cx).give_away(handle_from(args)));
  return true;
}

// takeOver(socket) -> a handle for it; 0: it is no more
bool take_over(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto socket = static_cast<os::SocketId>(args[0].toNumber());
  const bool is_there = agent_from(cx).machine().network().unowned().is_open(socket);
  args.rval().setNumber(is_there ? sockets_of(cx).take_over(socket) : 0);
  return true;
}

// share(socket) -> a handle that accepts what comes to the address of another process's; 0: it is
// no more
bool share(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(sockets_of(cx).share(static_cast<os::SocketId>(args[0].toNumber())));
  return true;
}

// shareOut(handle) -> the number of a socket for another process to take over, which accepts what
// comes to this one's address; 0: there is none
bool share_out(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(sockets_of(cx).share_out(handle_from(args)));
  return true;
}

// socketOf(handle) -> the number of its socket; 0: it has none
bool socket_of(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(sockets_of(cx).socket_id(handle_from(args)));
  return true;
}

// (handle, host, port), or (handle, path)
bool address_from(JSContext* cx, const JS::CallArgs& args, std::optional<os::Address>& address) {
  std::string host;
  if (!to_utf8(cx, args[1], host)) return false;
  if (args.length() > 2)
    address = os::ip_address(host, static_cast<uint16_t>(args[2].toNumber()));
  else
    address = os::Address{os::Family::kUnix, host, 0};
  return true;
}

bool with_address(JSContext* cx, const JS::CallArgs& args,
                  int (Sockets::*call)(Sockets::HandleId, const os::Address&)) {
  std::optional<os::Address> address;
  if (!address_from(cx, args, address)) return false;
  if (!address) return give(args, -EINVAL);
  return give_call(cx, args, (sockets_of(cx).*call)(handle_from(args), *address));
}

bool bind(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_address(cx, JS::CallArgsFromVp(argc, vp), &Sockets::bind);
}

bool connect(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_address(cx, JS::CallArgsFromVp(argc, vp), &Sockets::connect);
}

// listen(handle, backlog)
bool listen(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const int backlog = static_cast<int>(args[1].toNumber());
  return give_call(cx, args, sockets_of(cx).listen(handle_from(args), backlog));
}

bool start_reading(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return give(args, sockets_of(cx).start_reading(handle_from(args)));
}

bool stop_reading(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  sockets_of(cx).stop_reading(handle_from(args));
  return give(args, 0);
}

std::string latin1_of(JSLinearString* text) {
  std::string bytes(JS::GetLinearStringLength(text), '\0');
  for (size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<char>(JS::GetLinearStringCharAt(text, i));
  return bytes;
}

// The bytes of a string (UTF-8, or one a character) or of an array of bytes.
bool bytes_from(JSContext* cx, JS::HandleValue chunk, bool is_latin1, std::string& bytes) {
  if (!chunk.isString()) {
    const JS::AutoCheckCannotGC no_gc;
    bool is_shared = false;
    JSObject* view = &chunk.toObject();
    const auto* data = static_cast<const char*>(JS_GetArrayBufferViewData(view, &is_shared, no_gc));
    bytes.assign(data, JS_GetArrayBufferViewByteLength(view));
    return true;
  }
  if (!is_latin1) return to_utf8(cx, chunk, bytes);
  JSLinearString* linear = JS_EnsureLinearString(cx, chunk.toString());
  if (linear == nullptr) return false;
  bytes = latin1_of(linear);
  return true;
}

// write(handle, chunk, isLatin1, result): the status; result[0] is how many bytes it was.
bool write(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string bytes;
  if (!bytes_from(cx, args[1], args[2].toBoolean(), bytes)) return false;
  const JS::RootedObject result(cx, &args[3].toObject());
  const JS::RootedValue length(cx, JS::NumberValue(static_cast<double>(bytes.size())));
  if (!JS_SetElement(cx, result, 0, length)) return false;
  return give_call(cx, args, sockets_of(cx).write(handle_from(args), std::move(bytes)));
}

bool shut_down(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return give_call(cx, args, sockets_of(cx).shut_down(handle_from(args)));
}

// close(handle, resets)
bool close(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  sockets_of(cx).close(handle_from(args), args[1].toBoolean());
  return give_call(cx, args, 0);
}

// setRefed(handle, refed)
bool set_refed(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  sockets_of(cx).set_refed(handle_from(args), args[1].toBoolean());
  return give(args, 0);
}

bool is_refed(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(sockets_of(cx).is_refed(handle_from(args)));
  return true;
}

bool unwritten(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(static_cast<double>(sockets_of(cx).unwritten(handle_from(args))));
  return true;
}

// address(handle, isRemote) -> [host, family, port], of a path [path], or undefined
bool address(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::optional<os::Address> found =
      sockets_of(cx).address(handle_from(args), args[1].toBoolean());
  args.rval().setUndefined();
  if (!found) return true;
  JS::RootedValueVector parts(cx);
  JS::RootedString host(cx, JS_NewStringCopyUTF8N(cx, {found->host.data(), found->host.size()}));
  if (!host || !parts.append(JS::StringValue(host))) return false;
  if (found->family != os::Family::kUnix) {
    JSString* family = JS_AtomizeString(cx, found->family == os::Family::kIpv6 ? "IPv6" : "IPv4");
    if (family == nullptr || !parts.append(JS::StringValue(family)) ||
        !parts.append(JS::Int32Value(found->port)))
      return false;
  }
  JSObject* array = JS::NewArrayObject(cx, parts);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

}  // namespace

bool init_net_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"ipVersion", ip_version, 1},
                         {"create", create, 2},
                         {"adopt", adopt, 2},
                         {"giveAway", give_away, 1},
                         {"takeOver", take_over, 1},
                         {"share", share, 1},
                         {"shareOut", share_out, 1},
                         {"socketOf", socket_of, 1},
                         {"bind", bind, 3},
                         {"listen", listen, 2},
                         {"connect", connect, 3},
                         {"startReading", start_reading, 1},
                         {"stopReading", stop_reading, 1},
                         {"write", write, 4},
                         {"shutDown", shut_down, 1},
                         {"close", close, 2},
                         {"setRefed", set_refed, 2},
                         {"isRefed", is_refed, 1},
                         {"unwritten", unwritten, 1},
                         {"address", address, 2}});
}

}  // namespace loopscope::host
