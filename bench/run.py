#!/usr/bin/env python3
"""Measures loopscope beside real Node, in the same run.

    run.py --loopscope BINARY [--trace-bench BINARY] [--timeline-bench BINARY] [--app-bench BINARY] [--node NODE] [--runs 5]

Each program runs several times under each, in turn; the least user CPU time counts, for start-up the
least time to the first output; for memory, one run's peak. Traces go to a temporary folder.
"""

import argparse
import os
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
    ("stream_bytes", "1 GiB through a Transform", 2.0, 4.0),
    ("stream_objects", "1 M objects through one", 2.0, 4.0),
    ("http_keep_alive", "20 k HTTP requests", 3.0, None),
]

# Requests of the @client of programs/cluster_load.js, and how many a second of processor time are wanted.
LOAD_REQUESTS = 100_000
LOAD_TARGET = 20_000

# program, what it does, MiB of its file. Node is given real files, empty but as large; what reads one
# at once would really take that memory.
FILES = [
    ("read_by_stream", "64 MiB by a stream", 64),
    ("read_by_stream", "2 GiB by a stream", 2048),
    ("read_at_once", "2047 MiB at once", 2047),
]

# More than any of them: the limit on a trace is for programs that do not end.
MOST_EVENTS = 20_000_000


def traced(loopscope, trace, program):
    return [loopscope, "run", "--trace", trace, "--max-events", str(MOST_EVENTS), program]


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


def peak_mib(command):
    """The most memory the process had resident (VmHWM)."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=pathlib.Path(command[-1]).parent) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_maxrss / 1024


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
        commands = [[loopscope, "run", program], traced(loopscope, folder / "trace.jsonl", program)]
        if node:
            commands.append([node, program])
        plain, recorded, *real = least(user_cpu, commands, runs)
        base = real[0] if real else None
        shown = f"{base * 1e3:.0f}" if real else "-"
        print(f"{title:24}{shown:>8}{plain * 1e3:>11.0f}{recorded * 1e3:>12.0f}   "
              f"{ratio(plain, base, plain_target)}, traced {ratio(recorded, base, traced_target)}")


def bench_load(loopscope):
    command = [loopscope, "run", PROGRAMS / "cluster_load.js"]
    rate = LOAD_REQUESTS / user_cpu(command)
    missed = "" if rate >= LOAD_TARGET else ", MISSED"
    print(f"{'a cluster under load':24}{rate:.0f} requests a second of user CPU (target {LOAD_TARGET}{missed}), "
          f"peak {peak_mib(command):.0f} MiB")


def bench_memory(loopscope, node, folder):
    print(f"{'peak memory, MiB':24}{'node':>8}{'loopscope':>11}{'with trace':>12}")
    for name, title, mib in FILES:
        text = (PROGRAMS / f"{name}.js").read_text()
        _, body = text.split("\n", 1)
        program = folder / f"{name}.js"
        program.write_text(f"// @file huge.csv {mib}MiB csv\n{body}")
        shown = "-"
        if node and name == "read_by_stream":
            real = folder / "real"
            real.mkdir(exist_ok=True)
            with open(real / "huge.csv", "wb") as file:
                file.truncate(mib << 20)
            (real / program.name).write_text(body)
            shown = f"{peak_mib([node, real / program.name]):.0f}"
        print(f"{title:24}{shown:>8}{peak_mib([loopscope, 'run', program]):>11.0f}"
              f"{peak_mib(traced(loopscope, folder / 'trace.jsonl', program)):>12.0f}")


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
        bench_memory(arguments.loopscope, arguments.node, pathlib.Path(folder))
        bench_load(arguments.loopscope)
    bench_startup(arguments.loopscope, arguments.node, arguments.runs)
    for bench in (arguments.trace_bench, arguments.timeline_bench, arguments.app_bench):
        if bench:
            print(flush=True)
            subprocess.run([bench], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
