#include "core/js/v8_error_layout.h"

#include <js/Class.h>
#include <js/Conversions.h>
#include <js/Object.h>
#include <js/PropertyDescriptor.h>
#include <js/SavedFrameAPI.h>
#include <jsfriendapi.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace loopscope::host {

namespace {

constexpr uint32_t kNoSlot = UINT32_MAX;
constexpr int32_t kSettled = -1;  // in the line's slot: `stack` is an ordinary property, or gone
constexpr int32_t kMaxLimit = 0xFFFF;

struct Slots {
  const JSClassOps* operations = nullptr;
  uint32_t stack = kNoSlot;
  uint32_t file = kNoSlot;
  uint32_t line = kNoSlot;
  uint32_t column = kNoSlot;
  ErrorLayout::StackFormatter formatter = nullptr;
};

Slots g_slots;  // written once, with the process's first realm

bool is_stack_id(jsid id) {
  return id.isString() &&
         JS_LinearStringEqualsLiteral(JS_ASSERT_STRING_IS_LINEAR(id.toString()), "stack");
}

bool is_pending(JSObject* error) {
  const JS::Value& line = JS::GetReservedSlot(error, g_slots.line);
  return !JS::GetReservedSlot(error, g_slots.file).isString() && line.isInt32() &&
         line.toInt32() != kSettled;
}

bool settle(JSContext* cx, JS::HandleObject error, JS::MutableHandleValue stack) {
  const int32_t packed = JS::GetReservedSlot(error, g_slots.line).toInt32();
  const JS::Value& column = JS::GetReservedSlot(error, g_slots.column);
  ErrorLayout::Stack how{static_cast<uint32_t>(packed >> 8), static_cast<uint8_t>(packed & 0x7F),
                         (packed & 0x80) != 0, std::nullopt,
                         static_cast<uint32_t>(JS::GetReservedSlot(error, g_slots.file).toInt32())};
  if (column.isInt32() && column.toInt32() > 0)
    how.top_position = static_cast<uint32_t>(column.toInt32() - 1);
  JS::SetReservedSlot(error, g_slots.line, JS::Int32Value(kSettled));
  return g_slots.formatter(cx, error, how, stack);
}

bool resolve(JSContext* cx, JS::HandleObject error, JS::HandleId id, bool* resolved) {
  if (!is_stack_id(id) || !is_pending(error)) return true;
  JS::RootedValue stack(cx);
  if (!settle(cx, error, &stack) || !JS_DefinePropertyById(cx, error, id, stack, 0)) return false;
  *resolved = true;
  return true;
}

bool may_resolve(const JSAtomState&, jsid id, JSObject*) {
  return is_stack_id(id);
}

// Before the own properties are listed. V8 has `stack` before all others, so they are taken out and
// put back behind it.
bool enumerate(JSContext* cx, JS::HandleObject error) {
  if (!is_pending(error)) return true;
  JS::RootedValue stack(cx);
  if (!settle(cx, error, &stack)) return false;
  JS::RootedIdVector ids(cx);
  if (!js::GetPropertyKeys(cx, error, JSITER_OWNONLY | JSITER_HIDDEN | JSITER_SYMBOLS, &ids))
    return false;
  JS::RootedVector<JS::PropertyDescriptor> descriptors(cx);
  JS::Rooted<mozilla::Maybe<JS::PropertyDescriptor>> descriptor(cx);
  JS::RootedId id(cx);
  for (size_t i = 0; i < ids.length(); ++i) {
    id = ids[i];
    if (!JS_GetOwnPropertyDescriptorById(cx, error, id, &descriptor)) return false;
    if (descriptor.isNothing() || !descriptors.append(*descriptor)) return false;
    JS::ObjectOpResult deleted;
    if (!JS_DeletePropertyById(cx, error, id, deleted)) return false;
  }
  if (!JS_DefineProperty(cx, error, "stack", stack, 0)) return false;
  JS::Rooted<JS::PropertyDescriptor> again(cx);
  for (size_t i = 0; i < ids.length(); ++i) {
    id = ids[i];
    again = descriptors[i];
    if (!JS_DefinePropertyById(cx, error, id, again)) return false;
  }
  return true;
}

bool find_slots(JSObject* error) {
  const JSClass* clasp = JS::GetClass(error);
  if (clasp->cOps == nullptr || clasp->cOps->resolve != nullptr) return false;
  for (uint32_t slot = 0; slot < JSCLASS_RESERVED_SLOTS(clasp); ++slot) {
    const JS::Value& value = JS::GetReservedSlot(error, slot);
    if (value.isInt32(12345)) g_slots.line = slot;
    if (value.isString() &&
        JS_LinearStringEqualsLiteral(JS_ASSERT_STRING_IS_LINEAR(value.toString()), "probe-file"))
      g_slots.file = slot;
  }
  // The saved frames' slot comes before the error report's, which comes before the file's.
  if (g_slots.file == kNoSlot || g_slots.file < 2) return false;
  if (g_slots.line == kNoSlot || !JS::GetReservedSlot(error, g_slots.line + 1).isInt32())
    return false;
  g_slots.column = g_slots.line + 1;
  g_slots.stack = g_slots.file - 2;
  g_slots.operations = clasp->cOps;
  return true;
}

// The operations stand in memory the loader has made read-only.
bool give_class_hooks() {
  const auto page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
  auto* operations = const_cast<JSClassOps*>(g_slots.operations);
  const uintptr_t start = reinterpret_cast<uintptr_t>(operations) & ~(page - 1);
  const size_t length = reinterpret_cast<uintptr_t>(operations + 1) - start;
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the page's own address
  if (mprotect(reinterpret_cast<void*>(start), length, PROT_READ | PROT_WRITE) != 0) return false;
  operations->resolve = resolve;
  operations->mayResolve = may_resolve;
  operations->enumerate = enumerate;
  return true;
}

bool learn_once(JSContext* cx, JS::HandleObject constructor,
                ErrorLayout::StackFormatter formatter) {
  g_slots.formatter = formatter;
  JS::RootedValueArray<3> args(cx);
  args[0].setString(JS_GetEmptyString(cx));
  JSString* file = JS_AtomizeString(cx, "probe-file");
  if (file == nullptr) return false;
  args[1].setString(file);
  args[2].setInt32(12345);
  JS::RootedValue function(cx, JS::ObjectValue(*constructor));
  JS::RootedObject probe(cx);
  if (!JS::Construct(cx, function, args, &probe)) {
    JS_ClearPendingException(cx);
    return false;
  }
  return find_slots(probe) && give_class_hooks();
}

}  // namespace

bool ErrorLayout::learn(JSContext* cx, JS::HandleObject constructor, StackFormatter formatter) {
  static const bool learnt = learn_once(cx, constructor, formatter);
  return learnt;
}

bool ErrorLayout::is_error(JSObject* object) {
  const JSClass* clasp = JS::GetClass(object);
  return g_slots.operations != nullptr && clasp->cOps == g_slots.operations;
}

bool ErrorLayout::is_untouched(JSObject* error) {
  return JS::GetReservedSlot(error, g_slots.file).isString();
}

// In the reverse of the order they were made in, so that the engine can go back to the shape
// before.
bool ErrorLayout::adopt(JSContext* cx, JS::HandleObject error, const Stack& stack) {
  if (!JS_DeleteProperty(cx, error, "columnNumber") ||
      !JS_DeleteProperty(cx, error, "lineNumber") || !JS_DeleteProperty(cx, error, "fileName"))
    return false;
  const auto limit = static_cast<int32_t>(std::min<uint32_t>(stack.limit, kMaxLimit));
  JS::SetReservedSlot(error, g_slots.file, JS::Int32Value(static_cast<int32_t>(stack.async_chain)));
  JS::SetReservedSlot(error, g_slots.line,
                      JS::Int32Value(limit << 8 | (stack.in_builtin ? 0x80 : 0) | stack.entry));
  JS::SetReservedSlot(
      error, g_slots.column,
      JS::Int32Value(stack.top_position ? static_cast<int32_t>(*stack.top_position + 1) : 0));
  return true;
}

bool ErrorLayout::set_frames(JSContext* cx, JS::HandleObject error, JS::HandleObject saved,
                             const Stack& stack) {
  JS::SetReservedSlot(error, g_slots.line, JS::Int32Value(kSettled));
  if (!JS_DeleteProperty(cx, error, "stack")) return false;
  JS::SetReservedSlot(error, g_slots.stack, JS::ObjectOrNullValue(saved));
  return adopt(cx, error, stack);
}

void ErrorLayout::forgo_stack(JSObject* error) {
  JS::SetReservedSlot(error, g_slots.line, JS::Int32Value(kSettled));
}

JSObject* ErrorLayout::frames(JSObject* error) {
  const JS::Value& saved = JS::GetReservedSlot(error, g_slots.stack);
  return saved.isObject() ? &saved.toObject() : nullptr;
}

}  // namespace loopscope::host
