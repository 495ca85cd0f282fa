#pragma once

#include <js/Object.h>
#include <jsapi.h>

#include <memory>

namespace loopscope::host {

// Gives an object to JavaScript, which frees it with the object that holds it.
template <typename Held>
class Holder {
 public:
  [[nodiscard]] static bool wrap(JSContext* cx, std::unique_ptr<Held> held,
                                 JS::MutableHandleValue result) {
    static const JSClassOps operations = {nullptr, nullptr,  nullptr, nullptr, nullptr,
                                          nullptr, finalize, nullptr, nullptr, nullptr};
    static const JSClass holder_class = {
        "Held", JSCLASS_HAS_RESERVED_SLOTS(1) | JSCLASS_FOREGROUND_FINALIZE, &operations};
    JSObject* object = JS_NewObject(cx, &holder_class);
    if (object == nullptr) return false;
    JS::SetReservedSlot(object, 0, JS::PrivateValue(held.release()));
    result.setObject(*object);
    return true;
  }

  // Of one that wrap() made.
  static Held& of(JS::HandleValue value) {
    return *static_cast<Held*>(JS::GetReservedSlot(&value.toObject(), 0).toPrivate());
  }

 private:
  static void finalize(JS::GCContext*, JSObject* object) {
    const JS::Value slot = JS::GetReservedSlot(object, 0);
    if (!slot.isUndefined()) delete static_cast<Held*>(slot.toPrivate());
  }
};

}  // namespace loopscope::host
