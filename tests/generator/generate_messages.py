#!/usr/bin/env python3
"""Makes a random program of workers and messages from a seed: generate_messages.py SEED prints it.

The program is a row of acts, each awaited before the next begins. Within one agent, acts post between
its own ports from ticks, microtasks, immediates and listeners: there libuv's order of handles decides.
Between agents only one conversation is held at a time: the main thread waits for each answer, and a
worker tells what it did in its answer. So real Node has one order to offer, however its threads run.
"""

import sys

from generate import Random
from tree import Node, render

PRELUDE = """\
'use strict';
const { Worker, MessageChannel, BroadcastChannel, receiveMessageOnPort } = require('worker_threads');
const { inspect } = require('util');
const { once } = require('events');
function log(text) { console.log(text); }
function show(value) { return inspect(value, { depth: 9, breakLength: Infinity, sorted: false }); }
const turn = () => new Promise((resolve) => setImmediate(resolve));
// Which of Node's own frames a stack shows is not compared.
function brief(error) { error.stack = `${error.name}: ${error.message}`; return error; }

// A worker does what a message asks for and answers with what it noted, once its loop has turned.
const AGENT = `
  const { parentPort, workerData, MessageChannel } = require('worker_threads');
  const { inspect } = require('util');
  const notes = [];
  const log = (text) => notes.push(text);
  const show = (value) => inspect(value, { depth: 9, breakLength: Infinity });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const answer = async (value) => {
    for (let i = 0; i < 4; i++) await turn();
    parentPort.postMessage({ notes: notes.splice(0), value });
  };
`;
async function ask(worker, message, transfer) {
  worker.postMessage(message, transfer);
  const [{ notes, value }] = await once(worker, 'message');
  for (const note of notes) log('  ' + note);
  return value;
}
process.on('uncaughtException', (error) => log('uncaught ' + error.message));
"""

WAITS = {
    "tick": "process.nextTick(() => {{ {} }});",
    "microtask": "queueMicrotask(() => {{ {} }});",
    "promise": "Promise.resolve().then(() => {{ {} }});",
    "immediate": "setImmediate(() => {{ {} }});",
}


class Generator:
    def __init__(self, seed):
        self.random = Random(seed)
        self.labels = 0

    def below(self, bound):
        return self.random.below(bound)

    def chance(self, percent):
        return self.random.chance(percent)

    def pick(self, items):
        return self.random.pick(items)

    def label(self):
        self.labels += 1
        return self.labels

    def later(self, code, with_immediates=True):
        """The code now, or in another queue."""
        if self.chance(35):
            return code
        return WAITS[self.pick(["tick", "microtask", "promise"] + ["immediate"] * with_immediates)].format(code)

    def log(self, text="", value=None):
        label = f"{self.label()} {text}".strip()
        return f"log('{label} ' + {value});" if value else f"log('{label}');"

    def program(self):
        acts = [self.channels, self.channels, self.conversation, self.conversation, self.values, self.taking, self.ending, self.handshake,
                self.broadcast]
        nodes = [self.pick(acts)() for _ in range(2 + self.below(3))]
        return [Node("(async () => {", nodes, "})();")]

    def act(self, name, nodes):
        return Node("{", [Node(f"log('-- {name}');"), *nodes], "}")

    # Ports of one agent

    def channels(self):
        count = 1 + self.below(3)
        names = [f"c{i}.port{side}" for i in range(count) for side in (1, 2)]
        nodes = [Node(f"const {', '.join(f'c{i} = new MessageChannel()' for i in range(count))};")]
        for name in names:
            nodes += self.listener(name, names)
        for _ in range(2 + self.below(5)):
            nodes.append(Node(self.later(self.post(self.pick(names)))))
        nodes.append(Node(f"for (let i = 0; i < {5 + self.below(6)}; i++) await turn();"))
        for i in range(count):
            nodes.append(Node(f"c{i}.port{1 + self.below(2)}.close();"))
        nodes.append(Node("for (let i = 0; i < 6; i++) await turn();"))
        return self.act("channels", nodes)

    def post(self, name, hops=0):
        return f"{name}.postMessage({{ n: {self.label()}, hops: {hops} }});"

    def listener(self, name, names):
        react = [self.log(f"{name} gets", "m.n")]
        for _ in range(self.below(3)):
            react.append(self.later(self.log()))
        if self.chance(55):
            react.append(self.later(f"if (m.hops < 2) {self.pick(names)}.postMessage({{ n: m.n + 100, hops: m.hops + 1 }});"))
        if self.chance(8):
            react.append("if (m.hops === 1) throw new Error('listener');")
        body = " ".join(react)
        way = self.pick(["on", "on", "on", "onmessage", "once", "addEventListener", "none"])
        nodes = []
        if way == "on":
            nodes.append(Node(f"{name}.on('message', (m) => {{ {body} }});"))
        elif way == "onmessage":
            nodes.append(Node(f"{name}.onmessage = ({{ data: m }}) => {{ {body} }};"))
        elif way == "once":
            nodes.append(Node(f"{name}.once('message', (m) => {{ {body} }});"))
        elif way == "addEventListener":
            nodes.append(Node(f"{name}.addEventListener('message', ({{ data: m }}) => {{ {body} }}); {name}.start();"))
        nodes.append(Node(f"{name}.on('close', () => {{ {self.log(f'{name} closes')} }});"))
        return nodes

    def broadcast(self):
        count = 2 + self.below(2)
        nodes = []
        for i in range(count):
            nodes.append(Node(f"const b{i} = new BroadcastChannel('b'); b{i}.onmessage = ({{ data }}) => {{ {self.log(f'b{i} gets', 'data')} {self.later(self.log())} }};"))
        for _ in range(1 + self.below(4)):
            nodes.append(Node(self.later(f"b{self.below(count)}.postMessage({self.label()});")))
        nodes.append(Node("for (let i = 0; i < 6; i++) await turn();"))
        nodes.append(Node(" ".join(f"b{i}.close();" for i in range(count))))
        return self.act("broadcast", nodes)

    def taking(self):
        nodes = [Node("const { port1, port2 } = new MessageChannel();")]
        for _ in range(3 + self.below(6)):
            code = self.pick(["port1.postMessage(%d);" % self.label(), "log('took ' + show(receiveMessageOnPort(port2)));",
                              "log('took ' + show(receiveMessageOnPort(port2)));", "await turn();", "await null;"])
            nodes.append(Node(code))
        if self.chance(50):
            nodes.append(Node(f"port2.on('message', (m) => {{ {self.log('port2 gets', 'm')} }});"))
            nodes.append(Node("await turn(); await turn();"))
        nodes.append(Node("port1.close(); await turn(); await turn();"))
        nodes.append(Node("log('took ' + show(receiveMessageOnPort(port2)));"))
        return self.act("taking", nodes)

    # Other agents

    def worker_body(self):
        """What a worker does when it is asked: it notes in an order that its own loop fixes."""
        steps = [self.later(self.log("notes")) for _ in range(1 + self.below(5))]
        if self.chance(35):
            steps.append("const { port1, port2 } = new MessageChannel(); port2.on('message', (m) => { "
                         + self.log("own port", "m") + " if (m === 2) port2.close(); }); "
                         + self.later("port1.postMessage(1);") + " " + self.later("port1.postMessage(2);"))
        if self.chance(30):
            steps.append(f"await turn(); {self.log('a turn later')}")
        return " ".join(steps)

    def start(self, name, code, options=""):
        return Node(f"const {name} = new Worker(AGENT + `{code}`, {{ eval: true{options} }});")

    def conversation(self):
        code = f"{self.later(self.log('starts'))} parentPort.on('message', async (m) => {{ log('asked ' + m); {self.worker_body()} answer(m * 2); }});"
        nodes = [self.start("worker", code)]
        if self.chance(40):
            nodes.append(Node("await once(worker, 'online');"))
        for i in range(1 + self.below(3)):
            nodes.append(Node(f"log('answer ' + await ask(worker, {i + 1}));"))
            if self.chance(40):
                nodes.append(Node(self.later(self.log())))
        nodes.append(self.end())
        return self.act("conversation", nodes)

    def end(self):
        return Node(self.pick([
            "log('terminated ' + await worker.terminate());",
            "worker.terminate(); log('exit ' + await once(worker, 'exit'));",
            "const over = once(worker, 'exit'); worker.unref(); worker.ref(); worker.terminate(); log('exit ' + (await over)[0] + ' ' + worker.threadId);",
        ]))

    def ending(self):
        how = self.pick(["process.exit(%d);" % self.below(4), "process.exitCode = %d; parentPort.close();" % self.below(4), "parentPort.close();",
                         "throw new TypeError('in worker');", "Promise.reject(new RangeError('rejected'));", "null.x;", "throw { a: 1 };",
                         "process.emit('exit'); parentPort.close();", "setImmediate(() => { throw new Error('immediate'); });",
                         "process.once('uncaughtException', (e) => { log('caught ' + e.message); answer(1); parentPort.close(); }); throw new Error('own');"])
        answers_itself = "answer(1)" in how
        code = f"{'process.on(`exit`, () => 0);'.replace('`', chr(39)) if self.chance(30) else ''} parentPort.once('message', (m) => {{ {how} }});"
        nodes = [self.start("worker", code)]
        nodes.append(Node("worker.on('error', (error) => log('error ' + show(error).split('\\n')[0]));"))
        if answers_itself:
            nodes.append(Node("worker.on('message', ({ notes, value }) => log(notes + ' ' + value));"))
        nodes.append(Node("worker.postMessage(0); log('exit ' + await once(worker, 'exit'));"))
        return self.act("ending", nodes)

    def value(self, depth=0):
        leaves = ["1", "-0", "NaN", "10n", "'text'", "true", "null", "undefined", "new Date(86400000)", "/a+b/gi", "new Boolean(false)", "Object('s')",
                  "brief(new Error('e'))", "brief(new TypeError('t', { cause: 1 }))", "new Uint8Array([1, 2])", "new Float64Array(2)", "new ArrayBuffer(3)",
                  "new DataView(new ArrayBuffer(2))", "Buffer.from('ab')", "new BigInt64Array(1)"]
        if depth > 2 or self.chance(40):
            return self.pick(leaves)
        inner = [self.value(depth + 1) for _ in range(1 + self.below(3))]
        return self.pick([
            "[" + ", ".join(inner) + "]",
            "{ " + ", ".join(f"k{i}: {item}" for i, item in enumerate(inner)) + " }",
            "new Map([" + ", ".join(f"[{item}, {i}]" for i, item in enumerate(inner)) + "])",
            "new Set([" + ", ".join(inner) + "])",
            "Object.assign([], { 2: " + inner[0] + " })",
            "(() => { const o = { a: " + inner[0] + " }; o.self = o; return o; })()",
            "(() => { const s = " + inner[0] + "; return [s, s]; })()",
        ])

    def values(self):
        code = "parentPort.on('message', (m) => { log('got ' + show(m)); answer(m); });"
        nodes = [self.start("worker", code)]
        for _ in range(1 + self.below(3)):
            nodes.append(Node(f"log('back ' + show(await ask(worker, {self.value()})));"))
        if self.chance(40):
            nodes.append(Node("{ const sent = new Uint8Array([1, 2, 3]); log('back ' + show(await ask(worker, sent, [sent.buffer])) + ' left ' + sent.length); }"))
        if self.chance(40):
            bad = self.pick(["() => 1", "Symbol('s')", "{ f() {} }", "new WeakMap()", "new Map([[1, Symbol()]])", "Promise.resolve()"])
            nodes.append(Node(f"try {{ worker.postMessage({bad}); }} catch (error) {{ log(error.name + ' ' + error.message); }}"))
        nodes.append(self.end())
        return self.act("values", nodes)

    def handshake(self):
        rounds = 1 + self.below(4)
        code = ("const cell = new Int32Array(workerData); parentPort.on('message', () => { for (let i = 0; i < " + str(rounds)
                + "; i++) { Atomics.wait(cell, 0, 0); log('round ' + i + ' ' + Atomics.exchange(cell, 0, 0)); Atomics.store(cell, 1, i + 1);"
                + " Atomics.notify(cell, 1); } answer(Atomics.load(cell, 1)); });")
        nodes = [Node("const shared = new SharedArrayBuffer(8); const cell = new Int32Array(shared);"),
                 self.start("worker", code, ", workerData: shared"),
                 Node("const answer = ask(worker, 0);"),
                 Node(f"for (let i = 0; i < {rounds}; i++) {{ Atomics.store(cell, 0, i + 7); Atomics.notify(cell, 0); Atomics.wait(cell, 1, i); log('main ' + Atomics.load(cell, 1)); }}"),
                 Node("log('rounds ' + await answer);"), self.end()]
        return self.act("handshake", nodes)


def suffix(seed):
    return ".js"


def nodes_of(seed):
    return Generator(seed).program()


def source_of(seed, nodes):
    return PRELUDE + "\n" + render(nodes)


if __name__ == "__main__":
    chosen = int(sys.argv[1])
    sys.stdout.write(source_of(chosen, nodes_of(chosen)))
