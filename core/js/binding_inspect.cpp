#include <js/Array.h>
#include <js/MapAndSet.h>
#include <js/Object.h>
#include <js/Promise.h>
#include <js/Proxy.h>
#include <js/WeakMap.h>
#include <js/Wrapper.h>
#include <jsfriendapi.h>

#include <algorithm>
#include <cstring>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/inspect_text.h"
#include "core/js/native.h"

// internalBinding('inspect'): the text of util.inspect (inspect_text.h), and what of an object's
// inside no script can see. node/internal/util/inspect.js walks the object.
namespace loopscope::host {

namespace {

using inspect::Text;

bool to_text(JSContext* cx, JS::HandleValue value, Text& result) {
  JS::RootedString string(cx, JS::ToString(cx, value));
  if (!string) return false;
  result.resize(JS_GetStringLength(string));
  return JS_CopyStringChars(cx, mozilla::Range<char16_t>(result.data(), result.size()), string);
}

bool set_text(JSContext* cx, const Text& text, JS::MutableHandleValue result) {
  JSString* string = JS_NewUCStringCopyN(cx, text.data(), text.size());
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

// A native of one text that returns a text.
template <auto function>
bool text_native(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Text text;
  return to_text(cx, args.get(0), text) && set_text(cx, function(text), args.rval());
}

bool is_identifier(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Text text;
  if (!to_text(cx, args.get(0), text)) return false;
  args.rval().setBoolean(inspect::is_identifier(text));
  return true;
}

bool display_width(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Text text;
  if (!to_text(cx, args.get(0), text)) return false;
  args.rval().setNumber(static_cast<double>(inspect::display_width(text)));
  return true;
}

// An entry of this many code units stands on lines of its own whatever else there is.
constexpr size_t kLongEntry = 16384;

bool any_long_entry(JS::HandleValueArray entries, double break_length) {
  const double longest = std::max(break_length, static_cast<double>(kLongEntry));
  for (size_t i = 0; i < entries.length(); ++i)
    if (static_cast<double>(JS_GetStringLength(entries[i].toString())) > longest) return true;
  return false;
}

// What inspect::laid_out gives for entries that each get a line, without copying them: nested
// structures may print megabytes, and each level would copy them again.
JSString* on_lines(JSContext* cx, JS::HandleValueArray entries, const inspect::Pieces& pieces,
                   const inspect::Layout& layout) {
  const auto append = [cx](JS::MutableHandleString text, const Text& more) {
    JS::RootedString right(cx, JS_NewUCStringCopyN(cx, more.data(), more.size()));
    if (right) text.set(JS_ConcatStrings(cx, text, right));
    return right && text;
  };
  const Text indentation = u'\n' + Text(layout.indentation, u' ');
  JS::RootedString text(cx, JS_GetEmptyString(cx));
  if (!append(&text, inspect::opened(pieces) + indentation + u"  ")) return nullptr;
  for (size_t i = 0; i < entries.length(); ++i) {
    if (i > 0 && !append(&text, u',' + indentation + u"  ")) return nullptr;
    JS::RootedString entry(cx, entries[i].toString());
    text = JS_ConcatStrings(cx, text, entry);
    if (!text) return nullptr;
  }
  return append(&text, indentation + pieces.closing) ? text.get() : nullptr;
}

bool read_entries(JSContext* cx, JS::HandleObject array, JS::MutableHandleValueVector entries) {
  uint32_t count = 0;
  if (!JS::GetArrayLength(cx, array, &count) || !entries.resize(count)) return false;
  for (uint32_t i = 0; i < count; ++i) {
    if (!JS_GetElement(cx, array, i, entries[i])) return false;
    JS::RootedString text(cx, JS::ToString(cx, entries[i]));
    if (!text) return false;
    entries[i].setString(text);
  }
  return true;
}

// layOut(entries, base, opening, closing, flags, breakLength, compact, indentation)
// flags: 1 an array, 2 a compact level, 4 ends with "more items", 8 right-aligned, 16 colours
bool lay_out(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject array(cx, &args[0].toObject());
  JS::RootedValueVector entries(cx);
  inspect::Pieces pieces;
  if (!read_entries(cx, array, &entries) || !to_text(cx, args[1], pieces.base) ||
      !to_text(cx, args[2], pieces.opening) || !to_text(cx, args[3], pieces.closing))
    return false;
  const int32_t flags = args[4].toInt32();
  inspect::Layout layout;
  layout.colors = (flags & 16) != 0;
  layout.break_length = args[5].toNumber();
  layout.compact = args[6].toInt32();
  layout.indentation = static_cast<size_t>(args[7].toNumber());
  if (layout.compact != inspect::Layout::kCompactTrue &&
      any_long_entry(entries, layout.break_length)) {
    JSString* text = on_lines(cx, entries, pieces, layout);
    if (text != nullptr) args.rval().setString(text);
    return text != nullptr;
  }
  pieces.entries.resize(entries.length());
  for (size_t i = 0; i < entries.length(); ++i)
    if (!to_text(cx, entries[i], pieces.entries[i])) return false;
  pieces.is_array = (flags & 1) != 0;
  pieces.is_compact_level = (flags & 2) != 0;
  pieces.ends_with_more = (flags & 4) != 0;
  pieces.right_align = (flags & 8) != 0;
  return set_text(cx, inspect::laid_out(std::move(pieces), layout), args.rval());
}

bool set_array(JSContext* cx, const JS::HandleValueArray& values, JS::MutableHandleValue result) {
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

// proxyDetails(value) -> [target, handler] (nulls if revoked), or undefined if it is no proxy
bool proxy_details(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  if (!args.get(0).isObject()) return true;
  JS::RootedObject object(cx, &args[0].toObject());
  if (!js::IsScriptedProxy(object)) return true;
  JS::RootedValueArray<2> details(cx);
  details[0].set(js::GetProxyPrivate(object));
  constexpr size_t kHandlerSlot = 0;
  details[1].set(js::GetProxyReservedSlot(object, kHandlerSlot));
  return set_array(cx, details, args.rval());
}

// promiseDetails(promise) -> [0 pending | 1 fulfilled | 2 rejected, result]
bool promise_details(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject promise(cx, &args[0].toObject());
  const JS::PromiseState state = JS::GetPromiseState(promise);
  JS::RootedValueArray<2> details(cx);
  details[0].setInt32(static_cast<int32_t>(state));
  if (state == JS::PromiseState::Pending)
    details[1].setUndefined();
  else
    details[1].set(JS::GetPromiseResult(promise));
  return set_array(cx, details, args.rval());
}

// weakEntries(weak map or weak set) -> its keys, in no order, or undefined
bool weak_entries(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject object(cx, &args[0].toObject());
  JS::RootedObject keys(cx);
  args.rval().setUndefined();
  if (!JS_NondeterministicGetWeakMapKeys(cx, object, &keys)) return false;
  if (!keys && !JS_NondeterministicGetWeakSetKeys(cx, object, &keys)) return false;
  if (keys) args.rval().setObject(*keys);
  return true;
}

// Slots of a map or set iterator, and the start of the range it walks, as SpiderMonkey 102 lays
// them out (js/src/builtin/MapObject.h, js/src/ds/OrderedHashTable.h).
constexpr size_t kIteratorTarget = 0;
constexpr size_t kIteratorRange = 1;
constexpr size_t kIteratorKind = 2;
struct IteratorRange {
  void* table;
  uint32_t position;
  uint32_t visited;  // live entries before the position
};

// iteratorState(map or set iterator) -> [collection, entries passed, 0 keys | 1 values | 2 both],
// or undefined if it is at its end
bool iterator_state(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject iterator(cx, &args[0].toObject());
  args.rval().setUndefined();
  const JS::Value range = JS::GetReservedSlot(iterator, kIteratorRange);
  if (range.isUndefined() || range.toPrivate() == nullptr) return true;
  JS::RootedValueArray<3> state(cx);
  state[0].set(JS::GetReservedSlot(iterator, kIteratorTarget));
  state[1].setNumber(static_cast<const IteratorRange*>(range.toPrivate())->visited);
  state[2].set(JS::GetReservedSlot(iterator, kIteratorKind));
  return set_array(cx, state, args.rval());
}

// className(object): the engine's name for the object's class, which scripts cannot change.
bool class_name(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSString* name = JS_NewStringCopyZ(cx, JS::GetClass(&args[0].toObject())->name);
  if (name == nullptr) return false;
  args.rval().setString(name);
  return true;
}

}  // namespace

bool init_inspect_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"quoted", text_native<inspect::quoted>, 1},
                         {"escaped", text_native<inspect::escaped>, 1},
                         {"withoutColors", text_native<inspect::without_colors>, 1},
                         {"withSeparators", text_native<inspect::with_separators>, 1},
                         {"isIdentifier", is_identifier, 1},
                         {"displayWidth", display_width, 1},
                         {"layOut", lay_out, 8},
                         {"proxyDetails", proxy_details, 1},
                         {"promiseDetails", promise_details, 1},
                         {"weakEntries", weak_entries, 1},
                         {"iteratorState", iterator_state, 1},
                         {"className", class_name, 1}});
}

}  // namespace loopscope::host
