#!/usr/bin/env python3
"""Runs generated programs under real Node and loopscope, and shows where they part.

    --kind streams, messages: programs of these, instead of tasks

    compare.py --loopscope BINARY [--seeds 1000 | --seeds 40-90]
        compares with real Node; a differing program is cut down to what still differs
    compare.py --loopscope BINARY --stored
        compares with the outcomes that are stored; real Node isn't needed
    compare.py --stability 300
        runs each program three times under real Node: all runs must agree
    compare.py --record
        stores the outcomes of the seeds 1 to 100
"""

import argparse
import concurrent.futures
import difflib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import generate
import generate_messages
import generate_streams
from tree import minimise, render

HERE = pathlib.Path(__file__).resolve().parent
# The kinds of program: who makes them, and where the outcomes of the first seeds are kept.
KINDS = {
    "tasks": (generate, HERE / "expected.jsonl"),
    "streams": (generate_streams, HERE / "expected-streams.jsonl"),
    "messages": (generate_messages, HERE / "expected-messages.jsonl"),
}
STORED_SEEDS = range(1, 101)
TIMEOUT_S = 30
UNDECIDED = "undecided"
TRIES = 10  # a run that the machine was too slow for is repeated
MINIMISING_RUNS = 150


class Runner:
    """Runs programs, each from a file of its own in one temporary folder."""

    def __init__(self, folder, node, loopscope, kind):
        self.generator, self.store = KINDS[kind]
        self.folder = pathlib.Path(folder)
        self.node = [node]
        self.loopscope = [os.path.abspath(loopscope), "run"] if loopscope else None

    def file(self, seed, source):
        path = self.folder / f"seed-{seed}{self.generator.suffix(seed)}"
        path.write_text(source)
        return path

    def run(self, command, path):
        environment = {"PATH": os.environ.get("PATH", "")}
        try:
            done = subprocess.run([*command, str(path)], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            return {**endless(), "stderr": ""}
        return {"exit": done.returncode, "stdout": done.stdout, "stderr": done.stderr}

    def outcome(self, command, path):
        result = self.run(command, path)
        return {"exit": result["exit"], "stdout": result["stdout"] + ("void\n" if is_void(result) else "")}

    def node_outcome(self, path):
        """What real Node does; None when the machine was too slow every time."""
        for _ in range(TRIES):
            result = self.run(self.node, path)
            if not is_void(result):
                return {"exit": result["exit"], "stdout": result["stdout"]}
        return None


def endless():
    return {"exit": -1, "stdout": f"no end after {TIMEOUT_S} s\n"}


def too_slow(seed):
    return [f"{UNDECIDED}: seed {seed}, for which this machine was too slow {TRIES} times"]


def is_void(result):
    return "void" in result["stderr"].splitlines()


def compare(runner, seed):
    """An account of how loopscope differs from real Node on this seed; empty when it doesn't."""
    make = runner.generator
    nodes = make.nodes_of(seed)
    path = runner.file(seed, make.source_of(seed, nodes))
    expected = runner.node_outcome(path)
    if expected is None:
        return too_slow(seed)
    if runner.outcome(runner.loopscope, path) == expected:
        return []

    def still_differs():
        path.write_text(make.source_of(seed, nodes))
        wanted = runner.node_outcome(path)
        # A program cut down until it waits for ever differs by that alone.
        return wanted not in (None, endless()) and runner.outcome(runner.loopscope, path) != wanted

    minimise(nodes, still_differs, MINIMISING_RUNS)
    path.write_text(make.source_of(seed, nodes))
    account = difference(seed, runner.node_outcome(path) or expected, runner.outcome(runner.loopscope, path))
    return [*account, *("    " + line for line in render(nodes).splitlines()), ""]


def difference(seed, expected, actual):
    wanted, got = (outcome["stdout"].splitlines() + [f"exit code {outcome['exit']}"] for outcome in (expected, actual))
    return list(difflib.unified_diff(wanted, got, f"seed {seed} node", f"seed {seed} loopscope", lineterm=""))


def compare_stored(runner, entry):
    seed = entry["seed"]
    source = runner.generator.source_of(seed, runner.generator.nodes_of(seed))
    if digest(source) != entry["program"]:
        return [f"seed {seed}: the generator makes another program now; run compare.py --record"]
    expected = {"exit": entry["exit"], "stdout": entry["stdout"]}
    return difference(seed, expected, runner.outcome(runner.loopscope, runner.file(seed, source)))


def check_stability(runner, seed, runs=3):
    make = runner.generator
    path = runner.file(seed, make.source_of(seed, make.nodes_of(seed)))
    outcomes = [runner.node_outcome(path) for _ in range(runs)]
    if None in outcomes:
        return too_slow(seed)
    return [f"seed {seed}: runs differ"] if any(outcome != outcomes[0] for outcome in outcomes) else []


def record(runner):
    complaints = []
    lines = []
    for seed in STORED_SEEDS:
        complaints += check_stability(runner, seed)
        source = runner.generator.source_of(seed, runner.generator.nodes_of(seed))
        outcome = runner.node_outcome(runner.file(seed, source))
        lines.append(json.dumps({"seed": seed, "program": digest(source), **(outcome or {})}))
    if not complaints:
        runner.store.write_text("\n".join(lines) + "\n")
    return complaints


def digest(source):
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def seeds_from(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last) + 1) if last else range(1, int(first) + 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", help="the loopscope binary")
    parser.add_argument("--kind", choices=KINDS, default="tasks", help="what the programs are about")
    parser.add_argument("--node", default=shutil.which("node") or "node")
    parser.add_argument("--seeds", default="100", help="a count, or FIRST-LAST")
    parser.add_argument("--stored", action="store_true")
    parser.add_argument("--stability", metavar="SEEDS")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if not (options.loopscope or options.stability or options.record):
        parser.error("--loopscope is needed")

    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        runner = Runner(folder, options.node, options.loopscope, options.kind)
        if options.record:
            accounts = [record(runner)]
        elif options.stability:
            accounts = pool.map(lambda seed: check_stability(runner, seed), seeds_from(options.stability))
        elif options.stored:
            entries = [json.loads(line) for line in runner.store.read_text().splitlines()]
            accounts = pool.map(lambda entry: compare_stored(runner, entry), entries)
        else:
            accounts = pool.map(lambda seed: compare(runner, seed), seeds_from(options.seeds))
        passed = failed = undecided = 0
        for account in accounts:
            if account:
                print("\n".join(account), flush=True)
            slow = bool(account) and account[0].startswith(UNDECIDED)
            undecided += slow
            failed += bool(account) and not slow
            passed += not account
    print(f"{passed} passed, {failed} failed" + (f", {undecided} undecided" if undecided else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
