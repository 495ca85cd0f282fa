#!/usr/bin/env python3
"""Records what real Node does with the conformance programs.

    record.py [--node NODE] [--missing] [PROGRAM|FOLDER|AREA ...]

Each program runs five times; one whose output differs between runs is racing and is not recorded.
"""

import argparse
import concurrent.futures
import subprocess
import sys

import programs

RUNS = 5
RECORDED_MAJOR = "20"


def record(program, node):
    """Returns a complaint, or None when the outcome was stored."""
    outcomes = {program.run([node]) for _ in range(RUNS)}
    if len(outcomes) != 1:
        return f"{program.name}: {len(outcomes)} different outcomes in {RUNS} runs"
    (outcome,) = outcomes
    if outcome.exit_code < 0:
        return f"{program.name}: {outcome.stderr.strip()}"
    program.store(outcome)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--node", default="node")
    parser.add_argument("--missing", action="store_true", help="only programs without an expectation")
    parser.add_argument("selection", nargs="*")
    options = parser.parse_args()

    version = subprocess.run([options.node, "--version"], capture_output=True, text=True, check=True).stdout
    if not version.startswith(f"v{RECORDED_MAJOR}."):
        raise SystemExit(f"expectations are recorded with Node {RECORDED_MAJOR}, not {version.strip()}")

    chosen = programs.find(options.selection)
    if options.missing:
        chosen = [program for program in chosen if program.expectation() is None]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        complaints = [text for text in pool.map(lambda p: record(p, options.node), chosen) if text]
    for text in complaints:
        print(text)
    print(f"{len(chosen) - len(complaints)} recorded, {len(complaints)} refused")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
