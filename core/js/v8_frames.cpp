#include "core/js/v8_frames.h"

#include <js/SavedFrameAPI.h>

#include <algorithm>

#include "core/js/native.h"
#include "core/js/v8_async_frames.h"
#include "core/js/v8_failure.h"
#include "core/js/v8_frame_names.h"
#include "core/js/v8_node_frames.h"

namespace loopscope::host {

namespace {

using JS::SavedFrameSelfHosted;

std::string place(const StackFrame& frame) {
  std::string where =
      frame.file + ":" + std::to_string(frame.line) + ":" + std::to_string(frame.column);
  if (!frame.eval_origin.empty())
    where = frame.eval_origin + ", <anonymous>:" + std::to_string(frame.line) + ":" +
            std::to_string(frame.column);
  return where;
}

// The name before the place, as V8's JSStackFrame writes it; empty for a bare place.
std::string callee(const StackFrame& frame) {
  const std::string async = frame.async ? "async " : "";
  if (frame.constructor)
    return "new " + (frame.function.empty() ? std::string("<anonymous>") : frame.function);
  if (frame.type.empty()) return frame.function.empty() ? frame.function : async + frame.function;
  if (frame.function.empty())
    return async + frame.type + "." + (frame.method.empty() ? "<anonymous>" : frame.method);
  std::string name = frame.function;
  if (is_plain_name(name) && !name.starts_with(frame.type + ".")) name = frame.type + "." + name;
  const bool says_method = frame.method.empty() || frame.function == frame.method ||
                           frame.function.ends_with("." + frame.method);
  return async + (says_method ? name : name + " [as " + frame.method + "]");
}

// "a.js line 3 > eval" is the engine's name for text evaluated in a.js.
bool split_eval(const std::string& file, std::string& outer, std::string& line) {
  const size_t kind = file.rfind(" > ");
  const size_t place = kind == std::string::npos ? kind : file.rfind(" line ", kind);
  if (place == std::string::npos) return false;
  outer = file.substr(0, place);
  line = file.substr(place + 6, kind - place - 6);
  return true;
}

bool is_access_of(const Node* node, const std::string& name) {
  if (node->kind == NodeKind::dot) return node->text == name;
  if (node->kind != NodeKind::index || node->kids[1]->kind != NodeKind::literal) return false;
  const std::string& key = node->kids[1]->text;
  return key.size() > 2 && key.substr(1, key.size() - 2) == name;
}

// Where V8 says the operation is that calls `accessor`, a getter or a setter, in the frame `at`.
std::optional<uint32_t> position_of_use(const SourceTree& tree, const SavedFrameInfo& at,
                                        const Node* accessor) {
  const bool writes = accessor->function_kind == FunctionKind::setter;
  const uint32_t offset = tree.offset(at.line, at.column);
  const Node* use = best_node(tree.function_around(offset), offset, [&](const Node* node) {
    if (!writes) return is_access_of(node, accessor->text) ? 1 : 0;
    return node->kind == NodeKind::assign && is_access_of(node->kids[0], accessor->text) ? 1 : 0;
  });
  if (use == nullptr) return std::nullopt;
  uint32_t line = 0;
  uint32_t column = 0;
  tree.locate(use->position, line, column);
  return line == at.line ? std::optional(use->position) : std::nullopt;
}

class FrameBuilder {
 public:
  FrameBuilder(ErrorState& state, const std::vector<SavedFrameInfo>& saved,
               const ErrorLayout::Stack& stack)
      : m_state(state),
        m_saved(saved),
        m_limit(stack.limit),
        m_in_builtin(stack.in_builtin),
        m_top_offset(stack.top_position),
        m_async_chain(stack.async_chain) {}

  std::vector<StackFrame> build(EntryFrames entry, bool after_ticks) {
    // From the outermost on: a method's receiver is often its caller's.
    m_named.resize(m_saved.size());
    for (size_t i = m_saved.size(); i-- > 0;)
      if (!m_saved[i].self_hosted) m_named[i] = name(i, entry);
    if (m_in_builtin && !m_saved.empty() && !m_saved[0].self_hosted)
      add_builtin(m_named[0].calls_builtin);
    for (size_t i = 0; i < m_saved.size() && m_frames.size() < m_limit; ++i) add(i);
    for (const std::string_view shown : entry_frames(entry, after_ticks)) add_fixed(shown, "");
    for (const AsyncLink& link : m_state.chains.at(m_async_chain)) add_async(link);
    m_frames.resize(std::min(m_frames.size(), m_limit));
    return std::move(m_frames);
  }

 private:
  static constexpr std::string_view kCalledAs = "{as}";

  static bool is_node(const SavedFrameInfo& frame) { return frame.file.starts_with("node:"); }

  // What Node shows for a frame of ours, which may depend on what it calls.
  const NodeFrame* node_frame(size_t i) const {
    const std::string_view calls = i > 0 ? std::string_view(m_saved[i - 1].function) : "";
    return find_node_frame(m_saved[i].file, m_saved[i].function, calls);
  }

  // "{as}own (place)", called as object.method() or by itself.
  static std::string called_as(std::string_view shown, const std::string& method) {
    const std::string own(shown.substr(kCalledAs.size()));
    if (method.empty()) return own;
    const size_t name = own.find(' ');
    if (own.substr(0, name) == method) return "Object." + own;
    return "Object." + own.substr(0, name) + " [as " + method + "]" + own.substr(name);
  }

  void add_node(const NodeFrame& node, const StackFrame& named) {
    for (const std::string_view shown : node.shown) {
      if (shown.starts_with(kCalledAs))
        add_fixed(called_as(shown, named.method), "");
      else
        add_fixed(m_state.in_worker ? name_in_worker(shown) : std::string(shown), named.type);
    }
  }

  void add_fixed(std::string_view shown, const std::string& type) {
    StackFrame frame;
    frame.fixed = shown;
    if (shown.starts_with("{}"))
      frame.fixed = (type.empty() ? "EventEmitter" : type) + frame.fixed.substr(2);
    m_frames.push_back(std::move(frame));
  }

  void add_async(const AsyncLink& link) {
    if (!link.file.starts_with("node:")) {
      m_frames.push_back(async_frame(m_state, link));
    } else if (const NodeFrame* node = find_node_frame(link.file, link.function)) {
      for (const std::string_view shown : node->shown) add_fixed("async " + std::string(shown), "");
    }
  }

  void add(size_t i) {
    const SavedFrameInfo& saved = m_saved[i];
    if (saved.self_hosted) {
      // several of the engine's own functions may stand for one of V8's
      if (i + 1 < m_saved.size() && m_saved[i + 1].self_hosted) return;
      add_builtin(m_named.size() > i + 1 ? m_named[i + 1].calls_builtin : std::string());
      return;
    }
    if (is_node(saved)) {
      if (const NodeFrame* node = node_frame(i)) add_node(*node, m_named[i].frame);
      return;
    }
    m_frames.push_back(m_named[i].frame);
    const bool caller_is_native = i + 1 < m_saved.size() && !m_saved[i + 1].self_hosted &&
                                  !is_node(m_saved[i + 1]) && m_named[i].called_by_builtin;
    if (caller_is_native) add_builtin(m_named[i + 1].calls_builtin);
  }

  void add_builtin(const std::string& shown) {
    if (shown.empty()) return;
    StackFrame frame;
    frame.builtin = true;
    frame.fixed = shown + " (<anonymous>)";
    m_frames.push_back(std::move(frame));
  }

  // The frame that called: Node's own functions call through Reflect.apply, which the engine writes
  // in JavaScript.
  size_t caller_of(size_t i) const {
    size_t caller = i + 1;
    while (caller < m_saved.size() && m_saved[caller].self_hosted) ++caller;
    const bool through_apply = caller < m_saved.size() && is_node(m_saved[caller]);
    return through_apply ? caller : i + 1;
  }

  // The receiver and the name under which one of Node's functions, or the host, calls ours.
  void name_by_host_caller(size_t i, EntryFrames entry, FrameSituation& situation) const {
    const size_t caller = caller_of(i);
    if (caller >= m_saved.size() || is_timer(m_saved[caller])) {
      if (entry == EntryFrames::timer) situation.set_receiver("Timeout", "_onTimeout");
      // Node has taken the function out of the Immediate by the time it reports.
      if (entry == EntryFrames::immediate)
        situation.set_receiver("Immediate", m_state.reporting ? "" : "_onImmediate");
      return;
    }
    const NodeFrame* node = node_frame(caller);
    if (node == nullptr || node->receiver.empty() || m_saved[i].function == "require") return;
    situation.set_receiver(
        node->receiver == "{}" ? m_named[caller].frame.type : std::string(node->receiver),
        std::string(node->method));
  }

  static bool is_timer(const SavedFrameInfo& frame) {
    return frame.file == "node:timers" && frame.function == "run";
  }

  NamedFrame name(size_t i, EntryFrames entry) {
    FrameSituation situation;
    const size_t caller = caller_of(i);
    const bool has_caller = caller < m_saved.size();
    if (has_caller && m_saved[caller].self_hosted) {
      situation.caller = FrameSituation::Caller::builtin;
    } else if (has_caller && !is_node(m_saved[caller])) {
      situation.caller = FrameSituation::Caller::program;
      situation.call = m_named[caller].call;
      situation.caller_type = m_named[caller].frame.type;
    } else {
      situation.caller = FrameSituation::Caller::host;
      name_by_host_caller(i, entry, situation);
    }
    if (is_node(m_saved[i])) {
      NamedFrame named;
      named.frame.type = receiver_of_node_frame(i, situation);
      if (situation.call != nullptr) named.frame.method = method_called(situation.call);
      return named;
    }
    std::string outer;
    std::string outer_line;
    if (split_eval(m_saved[i].file, outer, outer_line)) return name_eval(i, outer, outer_line);
    const SourceTree* tree = m_state.sources.tree(m_saved[i].file);
    if (tree == nullptr) return name_without_source(m_saved[i]);
    situation.is_module = m_state.sources.is_module(m_saved[i].file);
    std::optional<uint32_t> position = is_innermost(i) ? m_top_offset : std::nullopt;
    if (const Node* accessor = accessor_called_by(i))
      position = position_of_use(*tree, m_saved[i], accessor);
    NamedFrame named = name_frame(*tree, m_saved[i], situation, position);
    if (is_node_or_builtin_call(i, named)) named.calls_builtin = builtin_called(named);
    return named;
  }

  // The getter or setter that the frame's operation called, if it is one of the program's.
  const Node* accessor_called_by(size_t i) const {
    if (i == 0 || m_saved[i - 1].self_hosted) return nullptr;
    const SavedFrameInfo& inner = m_saved[i - 1];
    const SourceTree* tree = m_state.sources.tree(inner.file);
    if (tree == nullptr) return nullptr;
    const Node* function = tree->function_around(tree->offset(inner.line, inner.column));
    const bool is_accessor =
        function->kind == NodeKind::function && (function->function_kind == FunctionKind::getter ||
                                                 function->function_kind == FunctionKind::setter);
    return is_accessor ? function : nullptr;
  }

  bool is_innermost(size_t i) const {
    return std::all_of(m_saved.begin(), m_saved.begin() + static_cast<ptrdiff_t>(i),
                       [](const SavedFrameInfo& frame) { return frame.self_hosted; });
  }

  static bool is_node_or_builtin_call(size_t, const NamedFrame& named) {
    return named.call != nullptr;
  }

  std::string receiver_of_node_frame(size_t i, const FrameSituation& situation) const {
    if (situation.call != nullptr) return receiver_type(situation.call, situation.caller_type);
    const size_t caller = caller_of(i);
    if (caller < m_saved.size() && is_node(m_saved[caller])) {
      const NodeFrame* node = node_frame(caller);
      if (node != nullptr && node->receiver == "{}") return m_named[caller].frame.type;
      if (node != nullptr) return std::string(node->receiver);
    }
    return {};
  }

  NamedFrame name_eval(size_t i, const std::string& outer, const std::string& line) const {
    NamedFrame named;
    const SavedFrameInfo& saved = m_saved[i];
    named.frame.line = saved.line;
    named.frame.column = saved.column;
    named.frame.function = saved.function.empty() ? "eval" : plain_function_name(saved.function);
    std::string origin = "<anonymous>";
    std::string column = "1";
    for (size_t k = i + 1; k < m_saved.size(); ++k) {
      if (m_saved[k].file != outer || std::to_string(m_saved[k].line) != line) continue;
      column = std::to_string(m_named[k].frame.column);
      const std::string& function = m_named[k].frame.function;
      if (!function.empty()) origin = function;
      break;
    }
    named.frame.eval_origin = "eval at " + origin + " (" + outer + ":" + line + ":" + column + ")";
    return named;
  }

  static NamedFrame name_without_source(const SavedFrameInfo& saved) {
    NamedFrame named;
    named.frame.file = saved.file;
    named.frame.line = saved.line;
    named.frame.column = saved.column;
    named.frame.function = plain_function_name(saved.function);
    return named;
  }

  ErrorState& m_state;
  const std::vector<SavedFrameInfo>& m_saved;
  size_t m_limit;
  bool m_in_builtin;
  std::optional<uint32_t> m_top_offset;
  uint32_t m_async_chain;
  std::vector<NamedFrame> m_named;
  std::vector<StackFrame> m_frames;
};

}  // namespace

std::string StackFrame::text() const {
  if (!fixed.empty()) return fixed;
  const std::string name = callee(*this);
  if (name.empty()) return (async ? "async " : "") + place(*this);
  return name + " (" + place(*this) + ")";
}

std::vector<SavedFrameInfo> read_saved_frames(JSContext* cx, JS::HandleObject saved, size_t limit) {
  std::vector<SavedFrameInfo> frames;
  JS::RootedObject frame(cx, saved);
  constexpr auto kAll = SavedFrameSelfHosted::Include;
  while (frame && frames.size() < limit) {
    SavedFrameInfo& info = frames.emplace_back();
    JS::RootedString string(cx);
    JS::RootedValue value(cx);
    if (JS::GetSavedFrameSource(cx, nullptr, frame, &string, kAll) == JS::SavedFrameResult::Ok) {
      value.setString(string);
      if (!to_utf8(cx, value, info.file)) JS_ClearPendingException(cx);
    }
    string = nullptr;
    if (JS::GetSavedFrameFunctionDisplayName(cx, nullptr, frame, &string, kAll) ==
            JS::SavedFrameResult::Ok &&
        string) {
      value.setString(string);
      if (!to_utf8(cx, value, info.function)) JS_ClearPendingException(cx);
    }
    (void)JS::GetSavedFrameLine(cx, nullptr, frame, &info.line, kAll);
    (void)JS::GetSavedFrameColumn(cx, nullptr, frame, &info.column, kAll);
    info.self_hosted = info.file == "self-hosted";
    JS::RootedObject parent(cx);
    if (JS::GetSavedFrameParent(cx, nullptr, frame, &parent, kAll) != JS::SavedFrameResult::Ok)
      break;
    frame = parent;
  }
  return frames;
}

std::vector<StackFrame> v8_frames(ErrorState& state, const std::vector<SavedFrameInfo>& saved,
                                  const ErrorLayout::Stack& stack) {
  return FrameBuilder(state, saved, stack)
      .build(static_cast<EntryFrames>(stack.entry & ~kAfterTicks),
             (stack.entry & kAfterTicks) != 0);
}

}  // namespace loopscope::host
