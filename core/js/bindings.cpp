#include "core/js/binding.h"

#include <cstring>

#include "core/js/binding_sqlite.h"

namespace loopscope::host {

const Binding* find_binding(const char* name) {
  static const Binding bindings[] = {
      {"async_context", init_async_context_binding},
      {"buffer", init_buffer_binding},
      {"builtins", init_builtins_binding},
      {"child_process", init_child_process_binding},
      {"cluster", init_cluster_binding},
      {"crypto", init_crypto_binding},
      {"dns", init_dns_binding},
      {"encoding", init_encoding_binding},
      {"errors", init_errors_binding},
      {"fs", init_fs_binding},
      {"http", init_http_binding},
      {"inspect", init_inspect_binding},
      {"messaging", init_messaging_binding},
      {"meter", init_meter_binding},
      {"modules", init_modules_binding},
      {"net", init_net_binding},
      {"process", init_process_binding},
      {"process_manager", init_process_manager_binding},
      {"realm", init_realm_binding},
      {"requests", init_requests_binding},
      {"shared_memory", init_shared_memory_binding},
      {"sqlite", init_sqlite_binding},
      {"stream", init_stream_binding},
      {"structured_clone", init_structured_clone_binding},
      {"task_queue", init_task_queue_binding},
      {"timers", init_timers_binding},
      {"types", init_types_binding},
      {"url", init_url_binding},
      {"util", init_util_binding},
      {"webstreams", init_webstreams_binding},
      {"worker", init_worker_binding},
      {"zlib", init_zlib_binding},
  };
  for (const Binding& binding : bindings)
    if (std::strcmp(binding.name, name) == 0) return &binding;
  return nullptr;
}

}  // namespace loopscope::host
