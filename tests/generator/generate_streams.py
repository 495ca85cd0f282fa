#!/usr/bin/env python3
"""Makes a random program of streams from a seed: generate_streams.py SEED prints it.

Chunk sizes, high-water marks, modes, ways to connect and to consume, producers and consumers that are
synchronous or wait a tick, a microtask or an immediate, errors and destroy() at any moment. No timers
and no I/O: everything hangs on ticks, promise jobs and immediates, which real Node runs in one order.
"""

import sys

from generate import Random
from tree import Node, render

PRELUDE = """\
'use strict';
const { Readable, Writable, Transform, PassThrough, Duplex, pipeline, finished, compose } = require('stream');
const streams = {};
function log(text) { console.log(text); }
function show(chunk) {
  return chunk === null || chunk === undefined ? String(chunk) :
    Buffer.isBuffer(chunk) ? 'b:' + chunk : typeof chunk === 'string' ? 's:' + chunk : JSON.stringify(chunk);
}
function brief(error) { return error ? (error.code ?? '') + '!' + error.message : String(error); }
function state(name) {
  const s = streams[name];
  if (!s) return;
  const r = s._readableState, w = s._writableState;
  log(`${name}:` + (r ? ` R${s.readableLength}/${s.readableFlowing}/${r.reading ? 'r' : ''}${r.ended ? 'e' : ''}${r.endEmitted ? 'E' : ''}${r.needReadable ? 'n' : ''}${r.emittedReadable ? 'm' : ''}` : '') +
      (w ? ` W${s.writableLength}/${w.needDrain ? 'd' : ''}${w.ending ? 'e' : ''}${w.finished ? 'f' : ''}${w.corked}${w.pendingcb}` : '') +
      (s.destroyed ? ' destroyed' : '') + (s.closed ? ' closed' : ''));
}
function watch(name, stream, events) {
  streams[name] = stream;
  for (const event of events)
    stream.on(event, (...args) => log(`${name} ${event}${event === 'error' ? ' ' + brief(args[0]) : ''}`));
  if (!events.includes('error')) stream.on('error', (error) => log(`${name} error ${brief(error)}`));
}
process.on('uncaughtException', (error) => log('uncaught ' + brief(error)));
process.on('unhandledRejection', (error) => log('unhandled ' + brief(error)));
let steps = 0;
// Ends what would go on for ever.
function limit() {
  if (++steps < 400) return false;
  if (steps === 400) { log('too long'); process.exit(0); }
  return true;
}
"""

WAITS = {
    "now": "{}",
    "tick": "process.nextTick(() => {{ {} }});",
    "microtask": "queueMicrotask(() => {{ {} }});",
    "immediate": "setImmediate(() => {{ {} }});",
    "promise": "Promise.resolve().then(() => {{ {} }});",
}
READABLE_EVENTS = ["end", "close", "pause", "resume", "readable-free"]
WRITABLE_EVENTS = ["drain", "finish", "close", "pipe", "unpipe", "prefinish"]


class Generator:
    def __init__(self, seed):
        self.random = Random(seed)
        self.objects = self.random.chance(30)
        self.labels = 0

    def below(self, bound):
        return self.random.below(bound)

    def chance(self, percent):
        return self.random.chance(percent)

    def wait(self, code, sync=45):
        """The code now, or a little later."""
        way = "now" if self.chance(sync) else self.random.pick(["tick", "microtask", "immediate", "promise"])
        return WAITS[way].format(code)

    def label(self):
        self.labels += 1
        return self.labels

    # Values

    def chunk(self):
        if self.objects:
            return self.random.pick(["{ n: %d }", "%d + 1", "'o%d'", "[%d]"]) % self.below(90)
        text = "abcdefghijklmnopqrstuvwxyz"[self.below(20):][: 1 + self.below(9)]
        return self.random.pick(["'%s'", "Buffer.from('%s')"]) % text

    def mark(self):
        return self.below(4) if self.objects and self.chance(80) else self.random.pick([0, 1, 2, 3, 5, 8, 13, 16, 64])

    def options(self, readable, writable):
        items = []
        if self.objects:
            items.append("objectMode: true")
        if self.chance(75):
            if readable and writable and self.chance(40):
                items += [f"readableHighWaterMark: {self.mark()}", f"writableHighWaterMark: {self.mark()}"]
            else:
                items.append(f"highWaterMark: {self.mark()}")
        if self.chance(8):
            items.append("emitClose: false")
        if self.chance(10):
            items.append("autoDestroy: false")
        if readable and not self.objects and self.chance(12):
            items.append("encoding: 'utf8'")
        if writable and not self.objects and self.chance(15):
            items.append("decodeStrings: false")
        if self.chance(8):
            fails = "new Error('construct')" if self.chance(25) else ""
            items.append(f"construct(done) {{ log('construct'); {self.wait(f'done({fails});')} }}")
        if self.chance(12):
            items.append(f"destroy(error, done) {{ log('_destroy ' + brief(error)); {self.wait('done(error);', 60)} }}")
        return items

    def events(self, pool):
        return [event for event in pool if event != "readable-free" and self.chance(60)]

    # Streams

    def source(self, name):
        kind = self.random.pick(["read", "read", "read", "several", "pushed", "from", "from", "generator"])
        count = 1 + self.below(7)
        items = [self.chunk() for _ in range(count)]
        if kind == "from":
            code = f"Readable.from([{', '.join(items)}]" + (f", {{ highWaterMark: {self.mark()} }}" if self.chance(40) else "") + ")"
            return [Node(f"const {name} = {code};")]
        if kind == "generator":
            star = self.random.pick(["function*", "async function*"])
            body = " ".join(f"log('yields {i}'); yield {item};" for i, item in enumerate(items))
            if self.chance(15):
                body += " throw new Error('generator');"
            return [Node(f"const {name} = Readable.from(({star}() {{ {body} }})());")]
        options = self.options(True, False)
        if kind == "pushed":
            nodes = [Node(f"const {name} = new Readable({{ {', '.join(['read() { log(`' + name + ' _read`); }', *options])} }});")]
            pushes = [f"log('push ' + {name}.push({item}));" for item in items] + [f"{name}.push(null);"]
            for push in pushes:
                nodes.append(Node(self.wait(push, 40)))
            return nodes
        per_read = 1 if kind == "read" else 2 + self.below(2)
        end = "null" if self.chance(85) else "(log('no end'), null)"
        pushing = " ".join(f"if ({name}List.length) {{ const more = this.push({name}List.shift()); log('{name} push ' + more); }} else if (!{name}Over) {{ {name}Over = true; this.push({end}); }}" for _ in range(per_read))
        error = f"if ({name}List.length === {self.below(count)}) return void this.destroy(new Error('read'));" if self.chance(8) else ""
        read = f"read(size) {{ if (limit()) return; log('{name} _read ' + size); {error} {self.wait(pushing, 55)} }}"
        return [Node(f"const {name}List = [{', '.join(items)}]; let {name}Over = false;"),
                Node(f"const {name} = new Readable({{ {', '.join([read, *options])} }});")]

    def transform(self, name):
        if self.chance(20):
            return [Node(f"const {name} = new PassThrough({{ {', '.join(self.options(True, True))} }});")]
        change = "chunk" if self.objects else self.random.pick(["chunk", "chunk.toString().toUpperCase()", "Buffer.from(chunk + '!')"])
        ways = [f"callback(null, {change});", f"this.push({change}); callback();", f"this.push({change}); this.push({self.chunk()}); callback();", "callback();"]
        if self.chance(10):
            ways = ["callback(new Error('transform'));"]
        body = f"log('{name} _transform ' + show(chunk)); {self.wait(self.random.pick(ways))}"
        parts = [f"transform(chunk, encoding, callback) {{ {body} }}"]
        if self.chance(30):
            last = self.random.pick(["callback();", f"callback(null, {self.chunk()});", f"this.push({self.chunk()}); callback();", "callback(new Error('flush'));" if self.chance(30) else "callback();"])
            parts.append(f"flush(callback) {{ log('{name} _flush'); {self.wait(last, 60)} }}")
        return [Node(f"const {name} = new Transform({{ {', '.join([*parts, *self.options(True, True)])} }});")]

    def sink(self, name):
        done = "callback(new Error('write'));" if self.chance(6) else "callback();"
        parts = [f"write(chunk, encoding, callback) {{ log('{name} _write ' + show(chunk) + ' ' + encoding); {self.wait(done)} }}"]
        if self.chance(30):
            parts.append(f"writev(chunks, callback) {{ log('{name} _writev ' + chunks.map((each) => show(each.chunk))); {self.wait('callback();')} }}")
        if self.chance(30):
            last = "callback(new Error('final'));" if self.chance(15) else "callback();"
            parts.append(f"final(callback) {{ log('{name} _final'); {self.wait(last)} }}")
        return [Node(f"const {name} = new Writable({{ {', '.join([*parts, *self.options(False, True)])} }});")]

    # Connections

    def connect(self, chain):
        way = self.random.pick(["pipe", "pipe", "pipe", "pipeline", "pipeline", "promises", "compose"])
        if way == "compose" and len(chain) < 4:
            way = "pipeline"
        if way == "pipe":
            return [Node(f"{a}.pipe({b}{', { end: false }' if self.chance(6) else ''});") for a, b in zip(chain, chain[1:])]
        if way == "promises":
            return [Node(f"require('stream/promises').pipeline({', '.join(chain)}).then(() => log('pipeline ok'), (error) => log('pipeline ' + brief(error)));")]
        if way == "compose":
            middle = f"compose({', '.join(chain[1:-1])})"
            return [Node(f"pipeline({chain[0]}, {middle}, {chain[-1]}, (error) => log('pipeline ' + brief(error)));")]
        return [Node(f"pipeline({', '.join(chain)}, (error) => log('pipeline ' + brief(error)));")]

    def consume(self, name):
        """Reads what comes out of a stream, in one of the ways there are."""
        way = self.random.pick(["data", "data", "readable", "sized", "iterate", "iterate-break", "resume", "toArray"])
        if way == "data":
            pause = f" if (++{name}Got === 2) {{ this.pause(); {self.wait('this.resume();', 0)} }}" if self.chance(30) else ""
            return [Node(f"let {name}Got = 0; {name}.on('data', function(chunk) {{ log('{name} data ' + show(chunk));{pause} }});")]
        if way in ("readable", "sized"):
            size = str(1 + self.below(4)) if way == "sized" else ""
            return [Node(f"{name}.on('readable', () => {{ log('{name} readable'); let chunk; while ((chunk = {name}.read({size})) !== null && !limit()) log('{name} read ' + show(chunk)); }});")]
        if way.startswith("iterate"):
            ending = f" if (++{name}Got === {1 + self.below(3)}) break;" if way.endswith("break") else ""
            awaiting = self.random.pick(["", " await null;", " await new Promise(setImmediate);"])
            return [Node(f"let {name}Got = 0; (async () => {{ for await (const chunk of {name}) {{ log('{name} item ' + show(chunk));{awaiting}{ending} }} log('{name} over'); }})().catch((error) => log('{name} threw ' + brief(error)));")]
        if way == "toArray":
            return [Node(f"{name}.toArray().then((all) => log('{name} all ' + all.map(show)), (error) => log('{name} all ' + brief(error)));")]
        return [Node(f"{name}.resume();")]

    def write_to(self, name):
        """Writes to a stream by hand, heeding what write() says or not."""
        count = 1 + self.below(6)
        nodes = []
        for i in range(count):
            callback = f", (error) => log('{name} wrote {i} ' + brief(error))" if self.chance(35) else ""
            nodes.append(Node(self.wait(f"log('{name} write {i} ' + {name}.write({self.chunk()}{callback}));", 70)))
            if self.chance(10):
                nodes.append(Node(f"{name}.cork();"))
                nodes.append(Node(self.wait(f"{name}.uncork();", 20)))
        nodes.append(Node(self.wait(f"{name}.end({self.random.pick(['', self.chunk()])});", 60)))
        return nodes

    def disturbance(self, names, readables):
        """Something that happens to a stream in between."""
        name = self.random.pick(names)
        kinds = ["destroy", "destroy-error", "state", "state", "state", "finished"]
        if name in readables:
            kinds += ["pause", "unshift", "unpipe", "isPaused"]
        kind = self.random.pick(kinds)
        code = {
            "destroy": f"{name}.destroy();",
            "destroy-error": f"{name}.destroy(new Error('gone'));",
            "state": f"state('{name}');",
            "finished": f"finished({name}, (error) => log('{name} finished ' + brief(error)));",
            "pause": f"{name}.pause(); setImmediate(() => {name}.resume());",
            "unshift": f"if (!{name}.readableEnded && !{name}.destroyed) {name}.unshift({self.chunk()});",
            "unpipe": f"{name}.unpipe(); setImmediate(() => {name}.resume());",
            "isPaused": f"log('{name} paused ' + {name}.isPaused());",
        }[kind]
        if kind.startswith("destroy") and self.chance(50):
            code = f"state('{name}');"
        for _ in range(self.below(3)):
            code = self.random.pick(["setImmediate(() => {{ {} }});", "process.nextTick(() => {{ {} }});"]).format(code)
        return Node(code)

    def program(self):
        middles = [f"t{i}" for i in range(self.below(4))]
        by_hand = bool(middles) and self.chance(20)
        has_sink = self.chance(60)
        nodes = []
        chain = []
        if not by_hand:
            nodes += self.source("source")
            chain.append("source")
        for name in middles:
            nodes += self.transform(name)
            chain.append(name)
        if has_sink or (by_hand and not middles):
            nodes += self.sink("sink")
            chain.append("sink")
        for name in chain:
            pool = READABLE_EVENTS if name == "source" else WRITABLE_EVENTS if name == "sink" else READABLE_EVENTS + WRITABLE_EVENTS
            events = ", ".join(f"'{event}'" for event in dict.fromkeys(self.events(pool)))
            nodes.append(Node(f"watch('{name}', {name}, [{events}]);"))
        if len(chain) > 1:
            nodes += self.connect(chain)
        if by_hand:
            nodes += self.write_to(chain[0])
        if not has_sink and chain[-1] != "sink":
            nodes += self.consume(chain[-1])
        elif self.chance(12) and chain[0] != "sink":
            nodes.append(Node(f"{chain[0]}.on('data', (chunk) => log('tee ' + show(chunk)));"))
        readables = [name for name in chain if name != "sink"]
        for _ in range(self.below(5)):
            nodes.append(self.disturbance(chain, readables))
        for name in chain:
            nodes.append(Node(f"setImmediate(() => setImmediate(() => state('{name}')));"))
            nodes.append(Node(f"process.on('exit', () => state('{name}'));"))
        return nodes


def suffix(seed):
    return ".js"


def nodes_of(seed):
    return Generator(seed).program()


def source_of(seed, nodes):
    return PRELUDE + "\n" + render(nodes)


if __name__ == "__main__":
    chosen = int(sys.argv[1])
    sys.stdout.write(source_of(chosen, nodes_of(chosen)))
