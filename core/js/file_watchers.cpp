#include "core/js/file_watchers.h"

#include <js/CallAndConstruct.h>

#include <vector>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

// libuv: whatever is more than a change of contents or attributes. An event about a folder is
// marked as such by inotify, which makes it more.
const char* type_of(const os::FileEvent& event) {
  const bool is_change = event.kind == os::FileEvent::Kind::kModified ||
                         event.kind == os::FileEvent::Kind::kAttributes;
  return is_change && !event.is_folder ? "change" : "rename";
}

}  // namespace

os::FileResult<uint64_t> FileWatchers::add(const std::string& path, JS::HandleObject callback) {
  const os::FileResult<os::WatchedFile> file = m_agent.files().watch(path);
  if (!file) return file.error();
  m_watchers.emplace(++m_last_id,
                     Watcher{*file, JS::PersistentRootedObject(m_agent.cx(), callback), true});
  m_agent.loop().ref_handle();
  return m_last_id;
}

void FileWatchers::remove(uint64_t id) {
  const auto found = m_watchers.find(id);
  if (found == m_watchers.end()) return;
  set_refed(id, false);
  m_agent.files().unwatch(found->second.file.inode);
  m_watchers.erase(found);
}

void FileWatchers::set_refed(uint64_t id, bool refed) {
  const auto found = m_watchers.find(id);
  if (found == m_watchers.end() || found->second.refed == refed) return;
  found->second.refed = refed;
  if (refed)
    m_agent.loop().ref_handle();
  else
    m_agent.loop().unref_handle();
}

void FileWatchers::on_event(const os::FileEvent& event) {
  if (m_last_event == event) return;
  m_last_event = event;
  m_agent.queue_poll_callback("fs.watch", [this, event](JSContext* cx) {
    m_last_event.reset();
    return deliver(cx, event);
  });
}

bool FileWatchers::deliver(JSContext* cx, const os::FileEvent& event) {
  std::vector<uint64_t> ids;
  for (const auto& [id, watcher] : m_watchers)
    if (watcher.file.inode == event.inode) ids.push_back(id);
  for (const uint64_t id : ids) {
    const auto found = m_watchers.find(id);
    if (found == m_watchers.end()) continue;  // closed by one before
    const std::string& name = event.name.empty() ? found->second.file.name : event.name;
    JS::RootedValueArray<2> args(cx);
    JS::RootedString type(cx, JS_NewStringCopyZ(cx, type_of(event)));
    JS::RootedString text(cx, JS_NewStringCopyUTF8N(cx, {name.data(), name.size()}));
    if (!type || !text) return false;
    args[0].setString(type);
    args[1].setString(text);
    JS::RootedValue callback(cx, JS::ObjectValue(*found->second.callback));
    JS::RootedValue ignored(cx);
    if (!JS::Call(cx, JS::UndefinedHandleValue, callback, args, &ignored)) return false;
  }
  return true;
}

}  // namespace loopscope::host
