#!/usr/bin/env python3
"""Records what real Node prints of each racy program, in many runs.

    record.py [--runs N] [--busy N] [--into FILE] [PROGRAM...]

Runs each program until N runs are recorded of it, half of them while busy processes compete with
them (two a core, or --busy). recorded.json holds for each program its distinct outputs (standard
output and exit code), how many runs gave each, and how many of these were made in that way. It is
written after each program and each time the busy processes change, and when the recorder is
stopped, so a recording can go on where another ended.
"""
import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
RECORDED = HERE / "recorded.json"


class Load:
    """Busy processes, which end by themselves after a minute at the latest."""

    def __init__(self, processes):
        busy = "import time\nend = time.monotonic() + 60\nwhile time.monotonic() < end: pass"
        self.processes = [subprocess.Popen([sys.executable, "-c", busy]) for _ in range(processes)]
        self.until = time.monotonic() + 55

    def is_over(self):
        return time.monotonic() > self.until

    def end(self):
        for process in self.processes:
            process.kill()
            process.wait()


class Recording:
    def __init__(self, path):
        self.path = path
        self.programs = json.loads(path.read_text()) if path.exists() else {}

    def loaded(self, program):
        return sum(output["loaded"] for output in self.programs.get(program.name, []))

    def quiet(self, program):
        return sum(output["runs"] for output in self.programs.get(program.name, [])) - self.loaded(program)

    def add(self, program, stdout, exit_code, loaded):
        outputs = self.programs.setdefault(program.name, [])
        for output in outputs:
            if (output["stdout"], output["exit_code"]) == (stdout, exit_code):
                break
        else:
            output = {"stdout": stdout, "exit_code": exit_code, "runs": 0, "loaded": 0}
            outputs.append(output)
        output["runs"] += 1
        output["loaded"] += loaded

    def save(self):
        for outputs in self.programs.values():
            outputs.sort(key=lambda o: (-o["runs"], o["stdout"]))
        whole = json.dumps(dict(sorted(self.programs.items())), indent=1) + "\n"
        unfinished = self.path.with_suffix(".part")
        unfinished.write_text(whole)
        unfinished.replace(self.path)


def run(program):
    """One run's output. None of the programs writes errors: one that did could not run at all."""
    for _ in range(3):
        done = subprocess.run(["node", program.name], cwd=program.parent, capture_output=True, text=True)
        if not done.stderr and done.returncode >= 0:
            return done.stdout, done.returncode
        print(f"{program.name}: did not run: {done.returncode} {done.stderr}", file=sys.stderr)
    sys.exit(1)


def record_quiet(recording, programs, runs):
    for program in programs:
        while recording.quiet(program) < runs:
            recording.add(program, *run(program), loaded=False)
        recording.save()


def record_loaded(recording, programs, runs, busy):
    load = Load(busy)
    try:
        for program in programs:
            while recording.loaded(program) < runs:
                if load.is_over():
                    load.end()
                    recording.save()
                    load = Load(busy)
                recording.add(program, *run(program), loaded=True)
            recording.save()
    finally:
        load.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=300, help="of each program, in all")
    parser.add_argument("--busy", type=int, default=2 * (os.cpu_count() or 1), help="processes that compete")
    parser.add_argument("--into", type=pathlib.Path, default=RECORDED, help="another file to add to")
    parser.add_argument("programs", nargs="*")
    args = parser.parse_args()
    programs = [pathlib.Path(p) for p in args.programs] or sorted((HERE / "programs").glob("*.js"))
    recording = Recording(args.into)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        record_quiet(recording, programs, args.runs - args.runs // 2)
        record_loaded(recording, programs, args.runs // 2, args.busy)
    except KeyboardInterrupt:
        sys.exit(1)
    finally:
        recording.save()


if __name__ == "__main__":
    main()
