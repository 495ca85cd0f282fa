#include "core/js/v8_frame_names.h"

#include <algorithm>

#include "core/js/v8_node_frames.h"

namespace loopscope::host {

namespace {

const Node* class_starting_at(const Node* scope, uint32_t offset) {
  for (const Node* kid : scope->kids) {
    if (kid == nullptr || kid->start > offset || offset >= kid->end) continue;
    if (kid->kind == NodeKind::class_ && kid->start == offset) return kid;
    if (const Node* found = class_starting_at(kid, offset)) return found;
  }
  return nullptr;
}

// The class whose member `function` is directly, or null.
const Node* class_of(const Node* function) {
  const Node* member = function->parent;
  return member != nullptr && member->kind == NodeKind::member ? member->parent : nullptr;
}

std::string name_of_class(const Node* node) {
  if (node == nullptr) return {};
  if (!node->text.empty()) return node->text;
  const Node* parent = node->parent;
  if (parent != nullptr && parent->kind == NodeKind::declarator && parent->kids[0] != nullptr)
    return parent->kids[0]->text;
  return {};
}

// The name a function has by itself or by what it is assigned to.
std::string name_of_function(const Node* function) {
  if (!function->text.empty()) {
    if (function->function_kind == FunctionKind::getter) return "get " + function->text;
    if (function->function_kind == FunctionKind::setter) return "set " + function->text;
    return function->text;
  }
  const Node* parent = function->parent;
  if (parent == nullptr) return {};
  if (function->function_kind == FunctionKind::constructor)
    return name_of_class(class_of(function));
  if (parent->kind == NodeKind::declarator && parent->kids[0] != nullptr &&
      parent->kids[0]->kind == NodeKind::identifier)
    return parent->kids[0]->text;
  // a computed name: what can be told of it
  if ((parent->kind == NodeKind::member || parent->kind == NodeKind::property) &&
      parent->kids[0] != nullptr) {
    const Node* key = parent->kids[0];
    if (key->kind == NodeKind::dot) return "[" + key->kids[0]->text + "." + key->text + "]";
    if (key->kind == NodeKind::literal && key->text.size() > 1)
      return key->text.substr(1, key->text.size() - 2);
  }
  return {};
}

// What `name` is declared as in the scopes around `from`: the initializer, or null.
const Node* find_initializer(const Node* scope, const std::string& name) {
  for (const Node* kid : scope->kids) {
    if (kid == nullptr) continue;
    if (kid->kind == NodeKind::declarator && kid->kids[0] != nullptr &&
        kid->kids[0]->kind == NodeKind::identifier && kid->kids[0]->text == name)
      return kid->kids[1];
    if ((kid->kind == NodeKind::class_) && kid->text == name) return kid;
    if (kid->kind == NodeKind::function) {
      if (kid->text == name) return kid;
      continue;
    }
    if (const Node* found = find_initializer(kid, name)) return found;
  }
  return nullptr;
}

const Node* declared(const Node* from, const std::string& name) {
  for (const Node* scope = from; scope != nullptr; scope = scope->parent)
    if (scope->kind == NodeKind::function || scope->kind == NodeKind::program)
      if (const Node* found = find_initializer(scope, name)) return found;
  return nullptr;
}

// The type V8 would name for the value of `node`, "" if the text does not tell.
std::string type_of(const Node* node, const std::string& this_type, int depth = 0) {
  if (node == nullptr || depth > 4) return {};
  switch (node->kind) {
    case NodeKind::this_:
    case NodeKind::super_:
      return this_type;
    case NodeKind::new_:
      return node->kids[0]->text;
    case NodeKind::array:
      return "Array";
    case NodeKind::object:
      return "Object";
    case NodeKind::function:
      return "Function";
    case NodeKind::class_:
      return name_of_class(node);
    case NodeKind::template_:
      return "String";
    case NodeKind::literal: {
      const char first = node->text.empty() ? '\0' : node->text[0];
      if (first == '"' || first == '\'') return "String";
      if (first >= '0' && first <= '9') return "Number";
      if (first == '/') return "RegExp";
      return {};
    }
    case NodeKind::identifier: {
      if (node->text == "process") return "process";
      if (node->text == "globalThis") return {};
      const Node* value = declared(node, node->text);
      return value != nullptr ? type_of(value, this_type, depth + 1) : std::string();
    }
    default:
      return {};
  }
}

bool is_method_call(const Node* call) {
  if (call == nullptr || call->kind == NodeKind::new_ || call->kids.empty()) return false;
  const Node* callee = call->kids[0];
  return callee != nullptr && (callee->kind == NodeKind::dot || callee->kind == NodeKind::index);
}

bool is_argument(const Node* call, const Node* function) {
  return std::find(call->kids.begin() + 1, call->kids.end(), function) != call->kids.end();
}

// Whether the function at `function` was called by a native that `call` calls.
bool called_through_native(const Node* call, const Node* function, const std::string& name) {
  if (call == nullptr) return false;
  if (is_argument(call, function)) return !call->kids[0]->text.empty();
  if (call->kind == NodeKind::new_)
    return is_builtin_constructor(call->kids[0]->text) && name != call->kids[0]->text;
  const std::string method = method_called(call);
  return !method.empty() && !builtin_frame(method).empty() && method != name &&
         !name.ends_with("." + method);
}

// f.call(object), f.apply(object): the object's type, "" for none.
std::string receiver_of_apply(const Node* call, const std::string& this_type) {
  if (call->kids.size() < 2) return {};
  return type_of(call->kids[1], this_type);
}

// A function whose call the text does not show: by what it belongs to.
std::string home_type(const Node* function) {
  if (const Node* owner = class_of(function)) return name_of_class(owner);
  if (function->parent != nullptr && function->parent->kind == NodeKind::property) return "Object";
  return {};
}

// What a method in the options of a constructor is called on: what that makes.
std::string type_it_is_an_option_of(const Node* function) {
  const Node* property = function->parent;
  if (property == nullptr || property->kind != NodeKind::property) return {};
  const Node* maker = property->parent->parent;
  if (maker == nullptr || maker->kind != NodeKind::new_ || maker->kids[0] == nullptr) return {};
  return maker->kids[0]->text;
}

class Namer {
 public:
  Namer(const Node* function, const FrameSituation& situation, NamedFrame& named)
      : m_function(function), m_situation(situation), m_named(named), m_frame(named.frame) {}

  void name() {
    m_frame.function = name_of_function(m_function);
    if (m_function->function_kind == FunctionKind::constructor) {
      m_frame.constructor = true;
      m_frame.type = constructed_type();
      return;
    }
    if (m_function->function_kind == FunctionKind::getter ||
        m_function->function_kind == FunctionKind::setter) {
      name_accessor();
      return;
    }
    switch (m_situation.caller) {
      case FrameSituation::Caller::program:
        name_by_call();
        break;
      case FrameSituation::Caller::builtin:
        if (m_function->is_async) name_resumed();
        break;
      case FrameSituation::Caller::host:
        if (m_situation.has_host_receiver) {
          m_frame.type = m_situation.host_type;
          m_frame.method = m_situation.host_method;
          if (m_frame.type.empty() && !m_frame.method.empty()) name_by_home();
        } else if (m_function->function_kind == FunctionKind::method) {
          m_frame.type = home_type(m_function);
        }
        break;
    }
  }

 private:
  // One of Node's functions called it, on an object that the stack does not tell.
  void name_by_home() {
    m_frame.type = type_it_is_an_option_of(m_function);
    if (m_frame.type.empty() && m_function->function_kind == FunctionKind::method)
      m_frame.type = home_type(m_function);
  }

  void name_accessor() {
    if (m_function->text.starts_with("#")) return;
    m_frame.type = home_type(m_function);
    m_frame.method = m_function->text;
  }

  std::string constructed_type() const {
    if (m_situation.call != nullptr && m_situation.call->kind == NodeKind::call &&
        !m_situation.caller_type.empty())
      return m_situation.caller_type;  // super()
    return m_frame.function;
  }

  // An async function that goes on: V8 still knows what it was called on. The text tells where it
  // belongs, or what it was given to.
  void name_resumed() {
    m_frame.type = home_type(m_function);
    const Node* call = m_function->parent;
    if (!m_frame.type.empty() || call->kind != NodeKind::call || !is_argument(call, m_function))
      return;
    const Node* callee = call->kids[0];
    if (callee->text == "setTimeout" || callee->text == "setInterval") {
      m_frame.type = "Timeout";
      m_frame.method = "_onTimeout";
    } else if (callee->text == "setImmediate") {
      m_frame.type = "Immediate";
    } else if (callee->kind == NodeKind::dot &&
               (callee->text == "on" || callee->text == "once" || callee->text == "addListener")) {
      m_frame.type = type_of(callee->kids[0], {});
    }
  }

  void name_by_call() {
    const Node* call = m_situation.call;
    if (called_through_native(call, m_function, m_frame.function)) {
      m_named.called_by_builtin = true;
      return;
    }
    if (call == nullptr) {  // an operator called it: a getter, toString, an iterator…
      m_frame.type = home_type(m_function);
      return;
    }
    if (call->kind == NodeKind::new_) {
      m_frame.constructor = true;
      m_frame.type = m_frame.function;
      return;
    }
    if (!is_method_call(call)) return;
    const std::string method = method_called(call);
    if ((method == "call" || method == "apply") && m_frame.function != method) {
      m_frame.type = receiver_of_apply(call, m_situation.caller_type);
      return;
    }
    m_frame.type = receiver(call);
    m_frame.method = m_function->text.starts_with("#") ? std::string() : method;
  }

  std::string receiver(const Node* call) const {
    const Node* owner = class_of(m_function);
    std::string type = type_of(call->kids[0]->kids[0], m_situation.caller_type);
    if (owner != nullptr && (type.empty() || type == "Object" || type == "Function"))
      return name_of_class(owner);
    return type.empty() ? std::string("Object") : type;
  }

  const Node* m_function;
  const FrameSituation& m_situation;
  NamedFrame& m_named;
  StackFrame& m_frame;
};

}  // namespace

std::string method_called(const Node* call) {
  if (call == nullptr || call->kids.empty() || call->kids[0] == nullptr) return {};
  const Node* callee = call->kids[0];
  if (callee->kind == NodeKind::dot) return callee->text;
  if (callee->kind == NodeKind::index && callee->kids[1] != nullptr &&
      callee->kids[1]->kind == NodeKind::literal && callee->kids[1]->text.size() > 2 &&
      (callee->kids[1]->text[0] == '"' || callee->kids[1]->text[0] == '\''))
    return callee->kids[1]->text.substr(1, callee->kids[1]->text.size() - 2);
  return {};
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && !(name[0] >= '0' && name[0] <= '9') &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '$' || (static_cast<unsigned char>(c) & 0x80) != 0;
         });
}

std::string plain_function_name(std::string_view name) {
  if (name.find_first_of("/<") != std::string_view::npos) return {};
  std::string plain(name);
  const size_t prototype = plain.find(".prototype.");
  if (prototype != std::string::npos) plain.erase(prototype, 10);
  return plain;
}

std::string receiver_type(const Node* call, const std::string& this_type) {
  if (!is_method_call(call)) return {};
  return type_of(call->kids[0]->kids[0], this_type);
}

std::string builtin_called(const NamedFrame& named) {
  const Node* call = named.call;
  if (call == nullptr || call->kids.empty() || call->kids[0] == nullptr) return {};
  if (call->kind == NodeKind::new_)
    return is_builtin_constructor(call->kids[0]->text) ? "new " + call->kids[0]->text : "";
  if (call->kids[0]->kind == NodeKind::identifier && is_throwing_function(call->kids[0]->text))
    return call->kids[0]->text;
  const std::string method = method_called(call);
  std::string shown(throwing_builtin_frame(method));
  if (shown.empty()) return {};
  const std::string type = type_of(call->kids[0]->kids[0], named.frame.type);
  if (shown.starts_with("Array.") && !type.empty() && type != "Object" && type != "Array")
    shown = type + "." + method;
  return shown;
}

NamedFrame name_frame(const SourceTree& tree, const SavedFrameInfo& saved,
                      const FrameSituation& situation, std::optional<uint32_t> known_offset) {
  NamedFrame named;
  StackFrame& frame = named.frame;
  frame.file = saved.file;
  const uint32_t engine_offset = tree.offset(saved.line, saved.column);
  named.call = tree.call_at(engine_offset);
  const uint32_t offset = known_offset            ? *known_offset
                          : named.call != nullptr ? named.call->position
                                                  : engine_offset;
  tree.locate(offset, frame.line, frame.column);
  const Node* function = tree.function_around(engine_offset);
  // A class without a constructor has one where it starts.
  if (const Node* class_node = class_starting_at(function, engine_offset);
      class_node != nullptr && !saved.function.empty()) {
    frame.function = frame.type = name_of_class(class_node);
    frame.constructor = true;
    if (situation.call != nullptr && situation.call->kind == NodeKind::call &&
        !situation.caller_type.empty())
      frame.type = situation.caller_type;
    return named;
  }
  switch (function->kind) {
    case NodeKind::program:
      if (!situation.is_module) {
        frame.type = "Object";
      }
      break;
    case NodeKind::static_block:
      frame.function = "<static_initializer>";
      break;
    case NodeKind::member:
      frame.function =
          function->is_static ? "<static_initializer>" : "<instance_members_initializer>";
      break;
    default:
      Namer(function, situation, named).name();
      break;
  }
  return named;
}

}  // namespace loopscope::host
