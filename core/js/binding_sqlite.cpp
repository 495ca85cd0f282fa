#include "core/js/binding_sqlite.h"

#include <js/Array.h>
#include <js/CallAndConstruct.h>
#include <js/Date.h>
#include <js/PropertyAndElement.h>
#include <jsfriendapi.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/js/agent.h"
#include "core/js/crypto_values.h"
#include "core/js/holder.h"
#include "core/js/native.h"
#include "core/os/database/sql_database.h"

namespace loopscope::host {

namespace {

using os::SqlOutcome;
using os::SqlParameter;
using os::SqlStatus;
using Database = std::shared_ptr<os::SqlDatabase>;
using Statement = std::shared_ptr<os::SqlStatement>;

JSString* utf8_string(JSContext* cx, const std::string& text) {
  return JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
}

// ---- Values ----

bool parameter_value(JSContext* cx, JS::HandleValue value, os::SqlValue& result) {
  if (value.isInt32()) {
    result = int64_t{value.toInt32()};
  } else if (value.isDouble()) {
    result = value.toDouble();
  } else if (value.isString()) {
    std::string text;
    if (!to_utf8(cx, value, text)) return false;
    result = std::move(text);
  } else if (value.isObject()) {
    JS::RootedObject object(cx, &value.toObject());
    bool is_date = false;
    if (!JS::ObjectIsDate(cx, object, &is_date)) return false;
    double ms = 0;
    if (is_date && !js::DateGetMsecSinceEpoch(cx, object, &ms)) return false;
    if (is_date)
      result = ms;
    else
      result = copied_bytes(value);
  }
  return true;
}

// From [place, value, place, value, …].
bool read_parameters(JSContext* cx, JS::HandleValue list, std::vector<SqlParameter>& parameters) {
  JS::RootedObject array(cx, &list.toObject());
  uint32_t length = 0;
  if (!JS::GetArrayLength(cx, array, &length)) return false;
  JS::RootedValue element(cx);
  for (uint32_t i = 0; i + 1 < length; i += 2) {
    SqlParameter& parameter = parameters.emplace_back();
    if (!JS_GetElement(cx, array, i, &element)) return false;
    if (element.isInt32()) {
      parameter.place = element.toInt32();
    } else {
      std::string name;
      if (!to_utf8(cx, element, name)) return false;
      parameter.place = std::move(name);
    }
    if (!JS_GetElement(cx, array, i + 1, &element) ||
        !parameter_value(cx, element, parameter.value))
      return false;
  }
  return true;
}

// A BLOB becomes an ArrayBuffer.
bool to_js(JSContext* cx, const os::SqlValue& value, JS::MutableHandleValue result) {
  if (const auto* integer = std::get_if<int64_t>(&value)) {
    result.setNumber(static_cast<double>(*integer));
  } else if (const auto* real = std::get_if<double>(&value)) {
    result.setNumber(*real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    JSString* string = utf8_string(cx, *text);
    if (string == nullptr) return false;
    result.setString(string);
  } else if (const auto* blob = std::get_if<os::SqlBlob>(&value)) {
    return set_bytes(cx, *blob, result);
  } else {
    result.setNull();
  }
  return true;
}

// The rows, as arrays of values.
bool rows_array(JSContext* cx, const SqlOutcome& outcome, JS::MutableHandleValue result) {
  JS::RootedValueVector rows(cx);
  JS::RootedValue value(cx);
  for (const std::vector<os::SqlValue>& row : outcome.rows) {
    JS::RootedValueVector values(cx);
    for (const os::SqlValue& column : row)
      if (!to_js(cx, column, &value) || !values.append(value)) return false;
    JSObject* array = JS::NewArrayObject(cx, values);
    if (array == nullptr || !rows.append(JS::ObjectValue(*array))) return false;
  }
  JSObject* array = JS::NewArrayObject(cx, rows);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

// ---- Jobs ----

// Appends what a callback gets behind code and message.
using Append = std::function<bool(JSContext*, JS::RootedValueVector&)>;

// Whether the database is asked, which takes its latency, or only the library.
enum class Asks : uint8_t { database, library };

struct SqlWork {
  std::string label;
  std::function<SqlStatus()> work;
  Append append = {};
  Asks asks = Asks::database;
};

bool call_back(JSContext* cx, JS::HandleObject function, const SqlStatus& status,
               const Append& append) {
  JS::RootedValueVector args(cx);
  JSString* message = utf8_string(cx, status.message);
  if (message == nullptr || !args.append(JS::Int32Value(status.code)) ||
      !args.append(JS::StringValue(message)))
    return false;
  if (status.ok() && append && !append(cx, args)) return false;
  JS::RootedValue callee(cx, JS::ObjectValue(*function));
  JS::RootedValue ignored(cx);
  return JS::Call(cx, JS::UndefinedHandleValue, callee, args, &ignored);
}

bool submit(JSContext* cx, const JS::CallArgs& args, SqlWork asked) {
  Agent& agent = agent_from(cx);
  JS::RootedObject function(cx, &args[0].toObject());
  auto kept = std::make_shared<JS::PersistentRootedObject>(cx, function);
  auto status = std::make_shared<SqlStatus>();
  const VirtualTime duration = asked.asks == Asks::database
                                   ? agent.database_latency()
                                   : agent.options().costs.statement_compiled;
  agent.submit_pool_job(
      {asked.label, duration, [status, work = std::move(asked.work)] { *status = work(); }},
      function, [kept, status, append = std::move(asked.append)](JSContext* at) {
        return call_back(at, *kept, *status, append);
      });
  args.rval().setUndefined();
  return true;
}

// The statement's first words, to tell jobs apart in the trace.
std::string label_of(const char* what, const std::string& sql) {
  constexpr size_t kShown = 60;
  std::string text;
  for (const char c : sql) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (is_space && (text.empty() || text.back() == ' ')) continue;
    text += is_space ? ' ' : c;
  }
  while (text.ends_with(' ')) text.pop_back();
  if (text.size() > kShown) {
    size_t end = kShown;  // between two characters of UTF-8
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end) + "…";
  }
  return std::string(what) + " " + text;
}

// createDatabase()
bool create_database(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  auto database =
      std::make_shared<os::SqlDatabase>([&agent] { return kEpochMs + agent.now().ms(); },
                                        [&agent] { return agent.options().choices->random_bits(); },
                                        os::SqlFiles{agent.files(), agent.machine().sql_locks()});
  return Holder<Database>::wrap(cx, std::make_unique<Database>(std::move(database)), args.rval());
}

// open(callback, database, name, mode)
bool open(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  if (!to_utf8(cx, args[2], name)) return false;
  const Database database = Holder<Database>::of(args[1]);
  const int mode = args.get(3).toInt32();
  return submit(cx, args, {"sql open " + name, [database, name, mode] {
                             return database->open(name, mode);
                           }});
}

// close(callback, database)
bool close(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const Database database = Holder<Database>::of(args[1]);
  return submit(cx, args, {"sql close", [database] { return database->close(); }});
}

// exec(callback, database, sql)
bool exec(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string sql;
  if (!to_utf8(cx, args[2], sql)) return false;
  const Database database = Holder<Database>::of(args[1]);
  return submit(cx, args,
                {label_of("sql exec", sql), [database, sql] { return database->exec(sql); }});
}

// createStatement(database)
bool create_statement(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  auto statement = std::make_shared<os::SqlStatement>(Holder<Database>::of(args[0]));
  return Holder<Statement>::wrap(cx, std::make_unique<Statement>(std::move(statement)),
                                 args.rval());
}

// prepare(callback, statement, sql)
bool prepare(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string sql;
  if (!to_utf8(cx, args[2], sql)) return false;
  const Statement statement = Holder<Statement>::of(args[1]);
  return submit(cx, args,
                {label_of("sql prepare", sql),
                 [statement, sql] { return statement->prepare(sql); },
                 {},
                 Asks::library});
}

// bind(callback, statement, sql, parameters)
bool bind(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string sql;
  std::vector<SqlParameter> parameters;
  if (!to_utf8(cx, args[2], sql) || !read_parameters(cx, args[3], parameters)) return false;
  const Statement statement = Holder<Statement>::of(args[1]);
  return submit(cx, args,
                {label_of("sql bind", sql),
                 [statement, parameters] { return statement->bind(parameters); },
                 {},
                 Asks::library});
}

// reset(callback, statement, sql)
bool reset(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string sql;
  if (!to_utf8(cx, args[2], sql)) return false;
  const Statement statement = Holder<Statement>::of(args[1]);
  return submit(cx, args,
                {label_of("sql reset", sql),
                 [statement] {
                   statement->reset();
                   return SqlStatus();
                 },
                 {},
                 Asks::library});
}

// A job that runs a statement; its callback gets (0, '', column names, rows, last id, changes).
template <SqlOutcome (os::SqlStatement::*Run)(const std::vector<SqlParameter>&)>
bool run(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string sql;
  std::vector<SqlParameter> parameters;
  if (!to_utf8(cx, args[2], sql) || !read_parameters(cx, args[3], parameters)) return false;
  const Statement statement = Holder<Statement>::of(args[1]);
  auto outcome = std::make_shared<SqlOutcome>();
  return submit(cx, args,
                {label_of("sql", sql),
                 [statement, outcome, parameters] {
                   *outcome = ((*statement).*Run)(parameters);
                   return outcome->status;
                 },
                 [outcome](JSContext* at, JS::RootedValueVector& values) {
                   JS::RootedValue columns(at);
                   JS::RootedValue rows(at);
                   return set_names(at, outcome->columns, &columns) &&
                          rows_array(at, *outcome, &rows) && values.append(columns) &&
                          values.append(rows) &&
                          values.append(JS::NumberValue(static_cast<double>(outcome->last_id))) &&
                          values.append(JS::NumberValue(static_cast<double>(outcome->changes)));
                 }});
}

// finalize(statement), at once
bool finalize(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Holder<Statement>::of(args[0])->finalize();
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_sqlite_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"createDatabase", create_database, 0},
                         {"open", open, 4},
                         {"close", close, 2},
                         {"exec", exec, 3},
                         {"createStatement", create_statement, 1},
                         {"prepare", prepare, 3},
                         {"bind", bind, 4},
                         {"reset", reset, 3},
                         {"run", run<&os::SqlStatement::run>, 4},
                         {"get", run<&os::SqlStatement::get>, 4},
                         {"all", run<&os::SqlStatement::all>, 4},
                         {"finalize", finalize, 1}});
}

}  // namespace loopscope::host
