#!/usr/bin/env python3
"""Checks runs of several agents.

    check.py --loopscope BINARY [--runs 100] a-hundred-runs|order|deadlocks

a-hundred-runs  a pool of eight workers over a thousand tasks: the same bytes of trace each time
order           its events stand in order of time, and each message is received once, after it was sent
deadlocks       programs in which nobody can go on end, and say who waits for what
"""

import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
POOL = HERE / "pool-of-eight.js"
POOL_SAYS = "1000 tasks, sum 332833500\n"


def run(loopscope, program, *options):
    return subprocess.run([loopscope, "run", *options, program], capture_output=True, timeout=300)


def hundred_runs(loopscope, runs):
    def digest(_):
        outcome = run(loopscope, POOL, "--trace", "-")
        return hashlib.sha256(outcome.stdout).hexdigest(), outcome.returncode, outcome.stderr

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        outcomes = set(pool.map(digest, range(runs)))
    if len(outcomes) == 1 and next(iter(outcomes))[1] == 0:
        print(f"{runs} runs alike")
        return []
    return [f"{len(outcomes)} different outcomes in {runs} runs: {sorted(outcomes)[:3]}"]


def order(loopscope, _):
    wrong = []
    said = run(loopscope, POOL)
    if said.stdout.decode() != POOL_SAYS:
        wrong.append(f"it prints {said.stdout!r}, {said.stderr!r}")
    lines = run(loopscope, POOL, "--trace", "-").stdout.decode().splitlines()
    events = [json.loads(line) for line in lines[1:] if line.startswith("{")]
    for step, (before, event) in enumerate(zip(events, events[1:]), 1):
        if (before["t"], before["a"]) > (event["t"], event["a"]):
            wrong.append(f"step {step} is of an earlier time than the one before")
    sent, received = {}, {}
    for event in events:
        if event["k"] != "message":
            continue
        if event["op"] == "send":
            sent[event["n"]] = event
        elif event["op"] == "receive":
            if event["n"] in received or event["t"] <= sent[event["n"]]["t"]:
                wrong.append(f"message {event['n']} is received twice, or too early")
            received[event["n"]] = event
    if len(received) < 2000:
        wrong.append(f"only {len(received)} messages received")
    agents = {event["a"] for event in events}
    if agents != set(range(9)):
        wrong.append(f"agents {agents}")
    return wrong[:5]


DEADLOCKS = {
    "blocked-for-ever.js": (70, [b"nobody can go on: main waits for", b"worker 1 waits for cell 0 of shared buffer 1",
                                 b"blocked-for-ever.js:8"]),
    "each-waits-for-the-other.js": (70, [b"main waits for cell 1", b"worker 1 waits for cell 0"]),
    "idle-for-ever.js": (0, []),
}


def deadlocks(loopscope, _):
    wrong = []
    for name, (exit_code, said) in DEADLOCKS.items():
        outcome = run(loopscope, HERE / name)
        missing = [text for text in said if text not in outcome.stderr]
        if outcome.returncode != exit_code or missing or (not said and outcome.stderr):
            wrong.append(f"{name}: exit code {outcome.returncode}, stderr {outcome.stderr!r}, missing {missing}")
    return wrong


CHECKS = {"a-hundred-runs": hundred_runs, "order": order, "deadlocks": deadlocks}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("what", choices=CHECKS)
    arguments = parser.parse_args()
    wrong = CHECKS[arguments.what](arguments.loopscope, arguments.runs)
    for text in wrong:
        print(text)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
