#!/usr/bin/env python3
"""Compares `loopscope run PROGRAM` with what real Node was recorded to do.

    check.py --loopscope BINARY [--live] [--brief] [--jobs N] [PROGRAM|FOLDER|AREA ...]

--live also runs the `node` on the path, when there is one, against the recorded expectation: a
difference there says that the expectation is stale or the program racing.
"""

import argparse
import concurrent.futures
import difflib
import os
import shutil
import sys

import programs


def differences(program, expected, actual, who):
    """A readable account of how `actual` departs from `expected`; empty when it doesn't."""
    lines = []
    for stream in ("stdout", "stderr"):
        wanted, got = getattr(expected, stream), getattr(actual, stream)
        if wanted != got:
            lines += unified(wanted, got, f"{program.name} {stream} of node", f"{program.name} {stream} of {who}")
    if expected.exit_code != actual.exit_code:
        lines.append(f"{program.name}: exit code {actual.exit_code} of {who}, {expected.exit_code} of node")
    return lines


def unified(wanted, got, wanted_title, got_title):
    diff = list(difflib.unified_diff(marked(wanted), marked(got), wanted_title, got_title, lineterm=""))
    return [line.rstrip("\n") for line in diff]


def marked(text):
    """Lines of `text`; a missing last newline is shown, since it counts."""
    lines = text.splitlines()
    return lines + ["(no newline at end)"] if text and not text.endswith("\n") else lines


def check(program, command, live_node):
    expected = program.expectation()
    if expected is None:
        return [f"{program.name}: no recorded expectation (record.py makes it)"]
    lines = differences(program, expected, program.run(command), "loopscope")
    if live_node:
        lines += differences(program, expected, program.run([live_node]), "node today")
    return lines


def over_workers(jobs, work, items):
    with concurrent.futures.ThreadPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(work, items))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True, help="the loopscope binary")
    parser.add_argument("--live", action="store_true", help="also compare real node with the expectation")
    parser.add_argument("--brief", action="store_true", help="name the failing programs only")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="programs run at once (default: 2)")
    parser.add_argument("selection", nargs="*")
    options = parser.parse_args()

    live_node = shutil.which("node") if options.live else None
    if options.live and not live_node:
        print("no node on the path: the recorded expectations alone are compared")

    chosen = programs.find(options.selection)
    binary = shutil.which(options.loopscope) or options.loopscope
    command = [os.path.abspath(binary), "run"]
    accounts = over_workers(options.jobs, lambda program: check(program, command, live_node), chosen)
    failed = 0
    for program, lines in zip(chosen, accounts):
        failed += bool(lines)
        for line in [f"failed: {program.name}"] * bool(lines) + lines * (not options.brief):
            print(line)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
