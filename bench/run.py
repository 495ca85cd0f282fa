#!/usr/bin/env python3
"""Measures loopscope beside real Node, in the same run.

    run.py --loopscope BINARY [--trace-bench BINARY] [--timeline-bench BINARY] [--app-bench BINARY] [--node NODE] [--runs 5]

Each program runs several times under each, in turn; the least user CPU time counts, for start-up the
least time to the first output. Traces go to a temporary folder.
"""

import argparse
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"

# name, what it does, target without a trace, target with one (times Node)
BENCHES = [
    ("promise_jobs", "300 k promise jobs", 2.5, 5.0),
    ("next_ticks", "300 k nextTicks", 2.5, 5.0),
    ("immediates", "300 k immediates", 1.5, 5.0),
    ("timers", "100 k timers", 1.5, 5.0),
    ("loop_iterations", "1 M loop iterations", None, None),
]


def user_cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def time_to_output(command):
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.read(1)
        seconds = time.perf_counter() - start
        process.stdout.read()
    return seconds


def least(measure, commands, runs):
    """The least of several measures of each command; the commands take turns."""
    results = [float("inf")] * len(commands)
    for _ in range(runs):
        for i, command in enumerate(commands):
            results[i] = min(results[i], measure(command))
    return results


def ratio(value, base, target):
    if base is None:
        return "-"
    text = f"{value / max(base, 1e-3):.1f}x"
    if target is None:
        return text
    return f"{text} (target {target}x{'' if value <= target * base else ', MISSED'})"


def bench_programs(loopscope, node, runs, folder):
    print(f"{'user CPU, ms':24}{'node':>8}{'loopscope':>11}{'with trace':>12}   ratios")
    for name, title, plain_target, traced_target in BENCHES:
        program = PROGRAMS / f"{name}.js"
        commands = [[loopscope, "run", program],
                    [loopscope, "run", "--trace", folder / "trace.jsonl", program]]
        if node:
            commands.append([node, program])
        plain, traced, *real = least(user_cpu, commands, runs)
        base = real[0] if real else None
        shown = f"{base * 1e3:.0f}" if real else "-"
        print(f"{title:24}{shown:>8}{plain * 1e3:>11.0f}{traced * 1e3:>12.0f}   "
              f"{ratio(plain, base, plain_target)}, traced {ratio(traced, base, traced_target)}")


def bench_startup(loopscope, node, runs):
    program = PROGRAMS / "startup.js"
    commands = [[loopscope, "run", program]] + ([[node, program]] if node else [])
    ours, *real = least(time_to_output, commands, 4 * runs)
    print(f"start-up to first output: {ours * 1e3:.1f} ms" +
          (f", node {real[0] * 1e3:.1f} ms: {ratio(ours, real[0], 1.0)}" if real else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    parser.add_argument("--trace-bench")
    parser.add_argument("--timeline-bench")
    parser.add_argument("--app-bench")
    parser.add_argument("--node", default=shutil.which("node"))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.node is None:
        print("node is not installed: no ratios")
    with tempfile.TemporaryDirectory() as folder:
        bench_programs(arguments.loopscope, arguments.node, arguments.runs, pathlib.Path(folder))
    bench_startup(arguments.loopscope, arguments.node, arguments.runs)
    for bench in (arguments.trace_bench, arguments.timeline_bench, arguments.app_bench):
        if bench:
            print(flush=True)
            subprocess.run([bench], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
