#include "core/js/message_payload.h"

#include <js/CallAndConstruct.h>
#include <js/Class.h>
#include <js/Conversions.h>
#include <js/Object.h>

#include <utility>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

// What this version of the engine leaves to us: errors, and message ports that are transferred.
constexpr uint32_t kErrorTag = JS_SCTAG_USER_MIN;
constexpr uint32_t kPortTag = JS_SCTAG_USER_MIN + 1;
constexpr const char* kErrorFields[] = {"name", "stack", "message"};

extern const JSStructuredCloneCallbacks kCallbacks;

JS::CloneDataPolicy policy() {
  JS::CloneDataPolicy policy;
  policy.allowIntraClusterClonableSharedObjects();
  policy.allowSharedMemoryObjects();
  return policy;
}

bool write_bytes(JSStructuredCloneWriter* writer, JSStructuredCloneData& data) {
  const auto size = static_cast<uint32_t>(data.Size());
  return JS_WriteUint32Pair(writer, size, 0) &&
         data.ForEachDataChunk([writer](const char* bytes, size_t count) {
           return JS_WriteBytes(writer, bytes, count);
         });
}

// An error's own cause, as a message in the message; one of no bytes if it has none, or none that
// can be cloned.
bool write_cause(JSContext* cx, JSStructuredCloneWriter* writer, JS::HandleObject error) {
  JSAutoStructuredCloneBuffer cause(JS::StructuredCloneScope::SameProcess, &kCallbacks, nullptr);
  bool has_cause = false;
  if (!JS_HasOwnProperty(cx, error, "cause", &has_cause)) return false;
  JS::RootedValue value(cx);
  if (has_cause && (!JS_GetProperty(cx, error, "cause", &value) || !cause.write(cx, value)))
    return false;
  return write_bytes(writer, cause.data());
}

bool read_cause(JSContext* cx, JSStructuredCloneReader* reader, JS::HandleObject error) {
  uint32_t size = 0;
  uint32_t unused = 0;
  if (!JS_ReadUint32Pair(reader, &size, &unused)) return false;
  if (size == 0) return true;
  std::string bytes(size, '\0');
  if (!JS_ReadBytes(reader, bytes.data(), bytes.size())) return false;
  JSAutoStructuredCloneBuffer cause(JS::StructuredCloneScope::SameProcess, &kCallbacks, nullptr);
  JS::RootedValue value(cx);
  return cause.data().AppendBytes(bytes.data(), bytes.size()) && cause.read(cx, &value) &&
         JS_DefineProperty(cx, error, "cause", value, 0);
}

// Errors are cloned by name, message, stack and cause (HTML, "StructuredSerializeInternal",
// [[ErrorData]]).
bool write_error(JSContext* cx, JSStructuredCloneWriter* writer, JS::HandleObject object, bool*,
                 void*) {
  js::ESClass kind = js::ESClass::Other;
  if (!JS::GetBuiltinClass(cx, object, &kind)) return false;
  if (kind != js::ESClass::Error) {
    JS_ReportErrorASCII(cx, "#<Object> could not be cloned.");
    return false;
  }
  if (!JS_WriteUint32Pair(writer, kErrorTag, 0)) return false;
  for (const char* field : kErrorFields) {
    JS::RootedValue value(cx);
    if (!JS_GetProperty(cx, object, field, &value)) return false;
    JS::RootedString text(cx, JS::ToString(cx, value));
    if (!text || !JS_WriteString(writer, text)) return false;
  }
  return write_cause(cx, writer, object);
}

// The constructor of the same name if it is one of the language's, else Error.
bool error_constructor(JSContext* cx, JS::HandleString name, JS::MutableHandleValue constructor) {
  static constexpr const char* known[] = {"EvalError",   "RangeError", "ReferenceError",
                                          "SyntaxError", "TypeError",  "URIError"};
  const char* found = "Error";
  for (const char* candidate : known) {
    bool same = false;
    if (!JS_StringEqualsAscii(cx, name, candidate, &same)) return false;
    if (same) found = candidate;
  }
  JS::RootedObject global(cx, JS::CurrentGlobalOrNull(cx));
  return JS_GetProperty(cx, global, found, constructor);
}

JSObject* read_error(JSContext* cx, JSStructuredCloneReader* reader, const JS::CloneDataPolicy&,
                     uint32_t tag, uint32_t, void*) {
  if (tag != kErrorTag) return nullptr;
  JS::RootedString name(cx);
  JS::RootedString stack(cx);
  JS::RootedString message(cx);
  if (!JS_ReadString(reader, &name) || !JS_ReadString(reader, &stack) ||
      !JS_ReadString(reader, &message))
    return nullptr;
  JS::RootedValue constructor(cx);
  JS::RootedValue argument(cx, JS::StringValue(message));
  JS::RootedObject error(cx);
  JS::ObjectOpResult deleted;
  // The message behind the stack, in V8's order.
  if (!error_constructor(cx, name, &constructor) ||
      !JS::Construct(cx, constructor, JS::HandleValueArray(argument), &error) ||
      !JS_DeleteProperty(cx, error, "message", deleted) ||
      !JS_DefineProperty(cx, error, "stack", stack, 0) ||
      !JS_DefineProperty(cx, error, "message", message, 0) || !read_cause(cx, reader, error))
    return nullptr;
  return error;
}

void report_clone_error(JSContext* cx, uint32_t, void*, const char* message) {
  JS_ReportErrorUTF8(cx, "%s", message);
}

bool can_transfer(JSContext* cx, JS::HandleObject object, bool*, void* value) {
  return value != nullptr && agent_from(cx).message_ports().open_port_of(object).has_value();
}

bool write_port(JSContext* cx, JS::HandleObject object, void* value, uint32_t* tag,
                JS::TransferableOwnership* ownership, void** content, uint64_t* extra) {
  const std::optional<workers::PortId> port = agent_from(cx).message_ports().open_port_of(object);
  if (!port) return false;
  static_cast<ClonedValue*>(value)->ports().push_back(*port);
  *tag = kPortTag;
  *ownership = JS::SCTAG_TMO_CUSTOM;
  *content = nullptr;
  *extra = port->value;
  return true;
}

bool read_port(JSContext* cx, JSStructuredCloneReader*, uint32_t tag, void*, uint64_t extra,
               void* value, JS::MutableHandleObject result) {
  if (tag != kPortTag || value == nullptr) return false;
  const workers::PortId port{static_cast<uint32_t>(extra)};
  std::erase(static_cast<ClonedValue*>(value)->ports(), port);
  return agent_from(cx).message_ports().adopt(port, result);
}

// ports_in() tells who loses the message what to do with the ports in it.
void free_port(uint32_t, JS::TransferableOwnership, void*, uint64_t, void*) {}

const JSStructuredCloneCallbacks kCallbacks = {
    read_error, write_error, report_clone_error, read_port,
    write_port, free_port,   can_transfer,       nullptr,
};

}  // namespace

ClonedValue::ClonedValue() : m_buffer(JS::StructuredCloneScope::SameProcess, &kCallbacks, this) {}

bool ClonedValue::write(JSContext* cx, JS::HandleValue value, JS::HandleValue transfer) {
  return m_buffer.write(cx, value, transfer, policy(), &kCallbacks, this);
}

bool ClonedValue::read(JSContext* cx, JS::MutableHandleValue value) {
  return m_buffer.read(cx, value, policy(), &kCallbacks, this);
}

std::vector<workers::PortId> ports_in(const workers::Message& message) {
  return message.payload ? static_cast<ClonedValue&>(*message.payload).ports()
                         : std::vector<workers::PortId>();
}

std::vector<os::SocketId> sockets_in(const workers::Message& message) {
  return message.payload ? static_cast<ClonedValue&>(*message.payload).sockets()
                         : std::vector<os::SocketId>();
}

}  // namespace loopscope::host
