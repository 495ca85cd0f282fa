#pragma once

#include <jsapi.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/os/files.h"

namespace loopscope::host {

class Agent;

// The program's watchers of files (fs.watch): what the machine tells of changes comes to them in
// the poll phase, as from libuv's one inotify descriptor.
class FileWatchers {
 public:
  explicit FileWatchers(Agent& agent) : m_agent(agent) {}

  // `callback` is called with the kind of change, 'change' or 'rename', and the file's name.
  os::FileResult<uint64_t> add(const std::string& path, JS::HandleObject callback);
  void remove(uint64_t id);
  // Whether a watcher keeps the loop alive.
  void set_refed(uint64_t id, bool refed);

  // Queues an event, unless it is the same as the last one that nobody has been told of.
  void on_event(const os::FileEvent& event);

 private:
  struct Watcher {
    os::WatchedFile file;
    JS::PersistentRootedObject callback;
    bool refed = true;
  };

  bool deliver(JSContext* cx, const os::FileEvent& event);

  Agent& m_agent;
  std::map<uint64_t, Watcher> m_watchers;  // by id
  uint64_t m_last_id = 0;
  std::optional<os::FileEvent> m_last_event;
};

}  // namespace loopscope::host
