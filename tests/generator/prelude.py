"""What every generated program begins with: logging, timers and immediates that notice a race.

A program plans every timer into a slot of its own, SLOT_MS apart, and everything a timer starts
(ticks, promise jobs, immediates) belongs to its slot. A slow or busy machine can break the plan:
then orders differ that Node doesn't fix. So the program watches the plan itself and says `void` on
standard error when
  - a log comes later than MARGIN_MS after the planned time of its slot,
  - a timer fires while immediates of the slot before are still waiting, or out of plan.
A run that is void says nothing about order and is repeated. Overdue timers (`hurry`) can't race:
they are made in ascending order of delay, and a busy loop longer than any of them follows in the
same piece of synchronous code, so all are due whatever the machine does.
"""

SLOT_MS = 40
MARGIN_MS = 25
SPIN_MS = 5

JAVASCRIPT = """\
const began = performance.now();
let planned = 0;
let waiting = 0;
let valid = true;
const held = [];
const deferred = [];
process.on('exit', () => { if (!valid) console.error('void'); });
function log(text) {
  if (performance.now() - began - planned > MARGIN_MS) valid = false;
  console.log(text + where());
}
function show(value) {
  return value instanceof Error ? '!' + value.message : JSON.stringify(value) ?? 'undefined';
}
function soon(id, callback) {
  waiting++;
  const entry = held[id] = { over: false, stop() { if (!entry.over) finish(); clearImmediate(handle); } };
  const finish = () => { entry.over = true; waiting--; };
  const handle = setImmediate(() => { finish(); callback(); });
}
function later(id, ms, callback) {
  const due = planned + ms;
  const handle = setTimeout(() => {
    if (waiting > 0 || due < planned) valid = false;
    planned = due;
    callback();
  }, ms);
  held[id] = { stop() { clearTimeout(handle); } };
}
function hurry(id, ms, callback) {
  const handle = setTimeout(callback, ms);
  held[id] = { stop() { clearTimeout(handle); } };
}
function spin(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
  planned += ms;
}
function cancel(id) { held[id]?.stop(); }
function turn(id, value) { return new Promise((resolve) => soon(id, () => resolve(value))); }
function sleep(id, ms, value) { return new Promise((resolve) => later(id, ms, () => resolve(value))); }
function defer(id) {
  return deferred[id] ??= (() => {
    const own = {};
    own.promise = new Promise((resolve, reject) => { own.resolve = resolve; own.reject = reject; });
    return own;
  })();
}
"""


WITH_CONTEXT = """\
const context = new AsyncLocalStorage();
function within(name, callback) { context.run(name, callback); }
function where() { return ' in ' + (context.getStore() ?? 'none'); }
"""
WITHOUT_CONTEXT = """\
function where() { return ''; }
"""


def prelude(is_module, uses_context):
    modules = {"events": "EventEmitter"}
    if uses_context:
        modules["async_hooks"] = "AsyncLocalStorage"
    load = "import {{ {1} }} from 'node:{0}';\n" if is_module else "const {{ {1} }} = require('{0}');\n"
    head = "".join(load.format(*item) for item in modules.items())
    return head + JAVASCRIPT.replace("MARGIN_MS", str(MARGIN_MS)) + (WITH_CONTEXT if uses_context else WITHOUT_CONTEXT)
