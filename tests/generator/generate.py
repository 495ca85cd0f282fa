#!/usr/bin/env python3
"""Makes a random program from a seed: generate.py SEED prints it.

The same seed gives the same program with every version of Python. prelude.py says why real Node
can't run such a program in two orders.
"""

import sys

from prelude import SLOT_MS, SPIN_MS, prelude
from tree import Node, render

MAX_SLOT = 5
MAX_SPINS = 2
MAX_DEPTH = 4


class Random:
    """SplitMix64: small, and the same everywhere."""

    def __init__(self, seed):
        self.state = seed % 2**64
        self.state = self.bits()  # neighbouring seeds would otherwise give the same numbers, shifted

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        return self.bits() % bound

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]


class Place:
    """Where a piece of code runs: how deep, in which timer slot, whether it may await or throw.

    `in_timers` says that it may be run by the timers phase.
    """

    def __init__(self, depth, slot, is_async=False, may_throw=False, in_timers=False):
        self.depth = depth
        self.slot = slot
        self.is_async = is_async
        self.may_throw = may_throw
        self.in_timers = in_timers

    def inner(self, **changes):
        values = {**vars(self), "depth": self.depth + 1, "is_async": False}
        return Place(**{**values, **changes})


class Generator:
    def __init__(self, seed):
        self.random = Random(seed)
        self.is_module = self.random.chance(20)
        self.uses_context = self.random.chance(30)
        self.handles_uncaught = self.random.chance(35)
        self.handles_rejections = self.random.chance(35)
        self.may_throw = self.handles_uncaught or self.random.chance(8)
        self.budget = 12 + self.random.below(28)
        self.labels = 0
        self.ids = 0
        self.defers = 0
        self.spins = 0
        self.free_slots = list(range(1, MAX_SLOT + 1))

    def program(self):
        nodes = self.handlers()
        place = Place(0, 0, is_async=self.is_module, may_throw=self.may_throw)
        nodes += self.body(place, 4 + self.random.below(6))
        return nodes

    # Names

    def label(self):
        self.labels += 1
        return str(self.labels)

    def id(self):
        self.ids += 1
        return self.ids

    def log(self, text="", value=None):
        label = self.label() + (" " + text if text else "")
        return Node(f"log('{label} ' + show({value}));" if value else f"log('{label}');")

    def value(self):
        return str(self.random.below(90) + 10)

    def error(self):
        return f"new Error('e{self.label()}')"

    # The whole program

    def handlers(self):
        nodes = []
        if self.handles_uncaught:
            nodes.append(Node("process.on('uncaughtException', (error, origin) => log('uncaught ' + show(error) + ' ' + origin));"))
        if self.handles_rejections:
            nodes.append(Node("process.on('unhandledRejection', (reason) => log('unhandled ' + show(reason)));"))
            nodes.append(Node("process.on('rejectionHandled', () => log('handled later'));"))
        if self.random.chance(25):
            nodes.append(Node("process.on('exit', (code) => log('exit ' + code));"))
        if self.random.chance(15):
            quiet = Place(MAX_DEPTH - 1, MAX_SLOT)
            nodes.append(Node("process.once('beforeExit', () => {", [self.log("beforeExit"), *self.body(quiet, 2)], "});"))
        return nodes

    def body(self, place, size):
        """Up to `size` statements; a throw or return, where allowed, comes last."""
        nodes = []
        for _ in range(size):
            if self.budget <= 0:
                break
            self.budget -= 1
            nodes.append(self.statement(place))
        if not nodes:
            nodes.append(self.log())
        if place.may_throw and not place.is_async and place.depth > 0 and self.random.chance(8):
            nodes.append(Node(f"throw {self.error()};"))
        return nodes

    def small_body(self, place):
        return self.body(place, 1 + self.random.below(3))

    def statement(self, place):
        if place.depth >= MAX_DEPTH:
            return self.log()
        choices = [
            (20, self.log_statement), (14, self.tick), (10, self.microtask), (12, self.immediate), (8, self.timer),
            (16, self.chain), (14, self.async_call), (7, self.combinator), (4, self.overdue_timers), (4, self.cancelling),
            (5, self.emitter), (5, self.deferred), (3, self.late_catch), (4, self.executor),
        ]
        if self.uses_context:
            choices += [(10, self.context)]
        if place.is_async:
            choices += [(30, self.awaiting), (12, self.guarded_await), (8, self.for_await)]
        return self.weighted(choices)(place)

    def weighted(self, choices):
        point = self.random.below(sum(weight for weight, _ in choices))
        for weight, choice in choices:
            if point < weight:
                return choice
            point -= weight
        raise AssertionError("weights do not add up")

    # Plain statements and tasks

    def log_statement(self, place):
        return self.log()

    def task(self, place, **changes):
        """The inside of a callback that the loop, or a queue, calls: what it throws is uncaught."""
        return place.inner(may_throw=self.may_throw, **changes)

    def tick(self, place):
        inner = self.small_body(self.task(place))
        if self.random.chance(20):
            return Node("process.nextTick((value) => {", [self.log("tick", "value"), *inner], f"}}, {self.value()});")
        return Node("process.nextTick(() => {", inner, "});")

    def microtask(self, place):
        return Node("queueMicrotask(() => {", self.small_body(self.task(place)), "});")

    def immediate(self, place):
        return Node(f"soon({self.id()}, () => {{", self.small_body(self.task(place, in_timers=False)), "});")

    def timer(self, place):
        slot = self.take_slot(place.slot)
        if slot is None:
            return self.immediate(place)
        delay = (slot - place.slot) * SLOT_MS
        return Node(f"later({self.id()}, {delay}, () => {{", self.small_body(self.task(place, slot=slot, in_timers=True)), "});")

    def take_slot(self, after):
        open_slots = [slot for slot in self.free_slots if slot > after]
        if not open_slots:
            return None
        slot = self.random.pick(open_slots)
        self.free_slots.remove(slot)
        return slot

    def overdue_timers(self, place):
        """Timers whose delays are over before this code ends; each new delay is longer than those before.

        Not from the timers phase: Node doesn't look for new timers there, it asks libuv to be woken for
        them, in one millisecond at least, and that millisecond races with the phases behind.
        """
        if self.spins >= MAX_SPINS or place.in_timers:
            return self.log()
        if self.spins == 0 and self.random.chance(25):
            return self.overdue_in_timers(place)
        self.spins += 1
        nodes = []
        longest = 0
        for _ in range(2 + self.random.below(3)):
            delay = longest + 1 if longest == 0 or (longest < 3 and self.random.chance(50)) else 1 + self.random.below(longest)
            longest = max(longest, delay)
            nodes.append(Node(f"hurry({self.id()}, {delay}, () => {{", self.small_body(self.task(place, in_timers=True)), "});"))
        return Node("{", nodes, f"}} spin({SPIN_MS});")

    def overdue_in_timers(self, place):
        """The one overdue timer set from the timers phase that can't race: nothing asks for the time after it."""
        self.spins = MAX_SPINS
        inner = self.task(place, in_timers=True)
        second = Node(f"hurry({self.id()}, 2, () => {{", [self.log(), *self.tiny(inner)], f"}}); spin({SPIN_MS});")
        return Node("{", [Node(f"hurry({self.id()}, 1, () => {{", [self.log(), second], "});")], f"}} spin({SPIN_MS});")

    def context(self, place):
        name = f"c{self.id()}"
        return Node(f"within('{name}', () => {{", self.small_body(place.inner(may_throw=False)), "});")

    def cancelling(self, place):
        """Not where tasks throw: Node 20 itself breaks when an immediate is cleared between two others then."""
        if self.may_throw:
            return self.log()
        return Node(f"cancel({1 + self.random.below(self.ids + 2)});")

    def emitter(self, place):
        inner = place.inner()
        first, second = [self.log(), *self.tiny(inner)], [self.log(), *self.tiny(inner)]
        way = self.random.pick(["on", "once", "prependListener"])
        return Node(
            "{",
            [
                Node("const emitter = new EventEmitter();"),
                Node("emitter.on('go', () => {", first, "});"),
                Node(f"emitter.{way}('go', () => {{", second, "});"),
                Node("emitter.emit('go');"),
                Node("emitter.emit('go');") if self.random.chance(30) else self.log(),
            ],
            "}",
        )

    # Promises

    def promise(self, place):
        """An expression for a promise (or thenable, or value), and whether it rejects; no timers."""
        choices = [
            (3, self.plain_value), (5, self.resolved), (3, self.rejected), (4, self.thenable), (3, self.turning),
            (4, self.async_value), (1, self.async_failure), (2, self.chained_value), (2, self.nested_promise),
        ]
        return self.weighted(choices)()

    def settled(self):
        """As `promise`, but one that surely fulfils."""
        choices = [
            (2, self.plain_value), (4, self.resolved), (3, self.thenable), (3, self.turning), (3, self.async_value),
            (2, self.chained_value), (2, self.nested_promise),
        ]
        return self.weighted(choices)()[0]

    def plain_value(self):
        return self.value(), False

    def resolved(self):
        return f"Promise.resolve({self.value()})", False

    def rejected(self):
        return f"Promise.reject({self.error()})", True

    def nested_promise(self):
        return f"new Promise((resolve) => resolve(Promise.resolve({self.value()})))", False

    def turning(self):
        return f"turn({self.id()}, {self.value()})", False

    def async_value(self):
        awaits = "await 0; " * self.random.below(3)
        way = self.random.pick(["", "await ", "await Promise.resolve().then(() => 0), "])
        return f"(async () => {{ {awaits}return {way}{self.value()}; }})()", False

    def async_failure(self):
        awaits = "await 0; " * self.random.below(3)
        return f"(async () => {{ {awaits}throw {self.error()}; }})()", True

    def chained_value(self):
        steps = "".join(f".then((v) => v + {n})" for n in range(self.random.below(4)))
        return f"Promise.resolve({self.value()}){steps}", False

    def thenable(self):
        settle = f"resolve({self.value()})"
        way = self.random.pick([f"{settle};", f"queueMicrotask(() => {settle});", f"process.nextTick(() => {settle});", f"soon({self.id()}, () => {settle});"])
        return f"{{ then(resolve) {{ log('{self.label()} then'); {way} }} }}", False

    def settle_log(self):
        """The end of a chain: both outcomes are shown, so nothing is left unhandled."""
        if self.handles_rejections and self.random.chance(15):
            return f".then((v) => log('{self.label()} ' + show(v)))"
        label = self.label()
        return f".then((v) => log('{label} ' + show(v)), (e) => log('{label} ' + show(e)))"

    def chain(self, place):
        fails = self.random.chance(25)
        start = f"Promise.reject({self.error()})" if fails else self.random.pick([f"Promise.resolve({self.value()})", f"new Promise((resolve) => resolve({self.settled()}))"])
        links = []
        inner = place.inner(may_throw=False)
        for _ in range(1 + self.random.below(4)):
            link, fails, inner = self.link(inner, fails)
            links.append(link)
        return Node(start, links, self.settle_log() + ";")

    def link(self, place, fails):
        """One link; whether the chain is rejected after it, and where the next one runs."""
        kind = self.random.pick(["then", "then", "then", "catch", "finally", "both"])
        runs = kind in ("finally", "both") or (kind == "catch") == fails
        code = [*self.small_body(place)] if runs else [self.log("never")]
        ending, outcome, place_after = self.link_ending(place) if runs else ("", None, place)
        if ending:
            code.append(Node(ending))
        if kind == "finally":
            after = fails if outcome is None else (True if outcome else fails)
            return Node(".finally(() => {", code, "})"), after, place_after
        if kind == "both":
            other = [self.log("never")]
            bodies = (other, code) if fails else (code, other)
            return Node(".then((v) => {", bodies[0], "}, (e) => {", bodies[1], "})"), bool(outcome), place_after
        after = bool(outcome) if runs else fails
        return Node(f".{kind}((v) => {{", code, "})"), after, place_after

    def link_ending(self, place):
        """What a handler ends with, whether that rejects (None: nothing returned), and where the next link runs."""
        roll = self.random.below(100)
        if roll < 35:
            return "", None, place
        if roll < 50:
            return f"throw {self.error()};", True, place
        if roll < 58:
            slot = self.take_slot(place.slot)
            if slot is not None:
                delay = (slot - place.slot) * SLOT_MS
                return f"return sleep({self.id()}, {delay}, {self.value()});", False, place.inner(depth=place.depth, slot=slot, in_timers=True)
        expression, rejects = self.promise(place)
        return f"return {expression};", rejects, place

    def executor(self, place):
        code = self.small_body(place.inner(may_throw=False))
        way = self.random.pick(["resolve({});", "reject(new Error('{}'));", "process.nextTick(resolve, {});", "queueMicrotask(() => resolve({}));", "throw new Error('{}');"])
        code.append(Node(way.format(self.value())))
        return Node("new Promise((resolve, reject) => {", code, f"}}){self.settle_log()};")

    def combinator(self, place):
        way = self.random.pick(["all", "allSettled", "race", "any"])
        items = ", ".join(self.promise(place)[0] for _ in range(1 + self.random.below(3)))
        label = self.label()
        return Node(f"Promise.{way}([{items}]).then((v) => log('{label} {way} ' + show(v)), (e) => log('{label} {way} ' + show(e)));")

    def deferred(self, place):
        """Listens to, or settles, a promise that another place of the program may settle or listen to."""
        if self.defers == 0 or self.random.chance(40):
            self.defers += 1
            known = self.defers
        else:
            known = 1 + self.random.below(self.defers)
        if self.random.chance(50):
            return Node(f"defer({known}).promise{self.settle_log()};")
        way = self.random.pick(["resolve", "resolve", "resolve", "reject"]) if self.handles_rejections else "resolve"
        return Node(f"defer({known}).{way}({self.settled()});")

    def late_catch(self, place):
        if not self.handles_rejections:
            return self.log()
        label = self.label()
        when = self.random.pick(["process.nextTick(() => {", "queueMicrotask(() => {", f"soon({self.id()}, () => {{"])
        return Node(
            "{",
            [
                Node(f"const rejected = Promise.reject({self.error()});"),
                Node(when, [Node(f"rejected.catch((e) => log('{label} late ' + show(e)));")], "});"),
            ],
            "}",
        )

    # Async functions

    def async_call(self, place):
        inner = place.inner(is_async=True, may_throw=False)
        code = self.body(inner, 2 + self.random.below(4))
        if self.random.chance(40):
            code.append(Node(self.random.pick([f"return {self.settled()};", f"return await {self.settled()};", f"throw {self.error()};"])))
        return Node("(async () => {", code, f"}})(){self.settle_log()};")

    def awaiting(self, place):
        if self.random.chance(12):
            slot = self.take_slot(place.slot)
            if slot is not None:
                delay = (slot - place.slot) * SLOT_MS
                place.slot = slot
                place.in_timers = True
                return Node(f"log('{self.label()} ' + show(await sleep({self.id()}, {delay}, {self.value()})));")
        return Node(f"log('{self.label()} ' + show(await {self.settled()}));")

    def guarded_await(self, place):
        expression, rejects = self.promise(place)
        inner = place.inner(depth=place.depth + 1, is_async=False, may_throw=False)
        caught = self.small_body(inner) if rejects else [self.log("never")]
        parts = ["try {", [Node(f"log('{self.label()} ' + show(await {expression}));")], "} catch (e) {", [self.log("caught", "e"), *caught]]
        if self.random.chance(40):
            parts += ["} finally {", [self.log("finally")]]
        return Node(*parts, "}")

    def for_await(self, place):
        if self.random.chance(50):
            items = ", ".join(self.settled() for _ in range(1 + self.random.below(3)))
            source = f"[{items}]"
        else:
            steps = " ".join(self.random.pick([f"yield {self.settled()};", f"await {self.settled()};", f"log('{self.label()} source');"]) for _ in range(1 + self.random.below(3)))
            source = f"(async function* () {{ {steps} }})()"
        inner = place.inner(may_throw=False)
        leave = [Node("break;")] if self.random.chance(15) else []
        return Node(f"for await (const item of {source}) {{", [self.log("item", "item"), *self.tiny(inner), *leave], "}")

    def tiny(self, place):
        return [self.statement_without_slots(place)] if self.random.chance(40) else []

    def statement_without_slots(self, place):
        """For code that may run more than once: a slot is planned for one run only."""
        return self.random.pick([self.log_statement, self.small_tick, self.small_microtask, self.small_immediate])(place)

    def small_tick(self, place):
        return Node("process.nextTick(() => {", [self.log()], "});")

    def small_microtask(self, place):
        return Node("queueMicrotask(() => {", [self.log()], "});")

    def small_immediate(self, place):
        return Node(f"soon({self.id()}, () => {{", [self.log()], "});")


def suffix(seed):
    return ".mjs" if Generator(seed).is_module else ".js"


def nodes_of(seed):
    return Generator(seed).program()


def source_of(seed, nodes):
    generator = Generator(seed)
    return prelude(generator.is_module, generator.uses_context) + "\n" + render(nodes)


if __name__ == "__main__":
    chosen = int(sys.argv[1])
    sys.stdout.write(source_of(chosen, nodes_of(chosen)))
