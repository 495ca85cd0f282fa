#pragma once

#include <jsapi.h>

namespace loopscope::host {

// Defines a binding's native functions and constants on `target`. False: an exception is pending.
using BindingInit = bool (*)(JSContext* cx, JS::HandleObject target);

struct Binding {
  const char* name;
  BindingInit init;
};

// The binding that internalBinding(name) returns, or null if there is none. bindings.cpp has the
// table.
const Binding* find_binding(const char* name);

[[nodiscard]] bool init_async_context_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_builtins_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_fs_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_modules_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_process_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_stream_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_structured_clone_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_task_queue_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_timers_binding(JSContext* cx, JS::HandleObject target);

// Of other files' own headers or by convention init_NAME_binding in binding_NAME.cpp:
[[nodiscard]] bool init_buffer_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_child_process_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_cluster_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_crypto_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_dns_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_encoding_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_errors_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_meter_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_http_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_net_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_inspect_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_realm_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_messaging_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_process_manager_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_requests_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_shared_memory_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_worker_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_types_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_url_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_util_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_webstreams_binding(JSContext* cx, JS::HandleObject target);
[[nodiscard]] bool init_zlib_binding(JSContext* cx, JS::HandleObject target);

}  // namespace loopscope::host
