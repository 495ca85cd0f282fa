#include "core/js/realm.h"

#include <js/GlobalObject.h>
#include <js/RealmOptions.h>

#include "core/js/lazy_globals.h"

namespace loopscope::host {

namespace {

const JSClass kGlobalClass = {"global", JSCLASS_GLOBAL_FLAGS, &kLazyGlobalClassOps};

}  // namespace

JSObject* new_realm(JSContext* cx) {
  JS::RealmOptions options;
  options.creationOptions()
      .setSharedMemoryAndAtomicsEnabled(true)
      .setToSourceEnabled(false)
      .setPropertyErrorMessageFixEnabled(true)  // errors then tell which property was read
      .setWeakRefsEnabled(JS::WeakRefSpecifier::EnabledWithoutCleanupSome);
  return JS_NewGlobalObject(cx, &kGlobalClass, nullptr, JS::FireOnNewGlobalHook, options);
}

}  // namespace loopscope::host
