#!/usr/bin/env python3
"""Records what real Node prints of each racy program, in many runs.

    record.py [--runs N] [--load] [--into FILE] [PROGRAM...]

Adds what it sees to recorded.json: for each program its distinct outputs (standard output and exit
code) and in how many runs each came. With --load half of the runs are made while as many busy
processes as there are cores compete with them, two a core.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
RECORDED = HERE / "recorded.json"


class Load:
    """Busy processes, which end by themselves after a minute at the latest."""

    def __enter__(self):
        busy = "import time\nend = time.monotonic() + 60\nwhile time.monotonic() < end: pass"
        self.processes = [subprocess.Popen([sys.executable, "-c", busy])
                          for _ in range(2 * (os.cpu_count() or 1))]
        self.until = time.monotonic() + 55
        return self

    def is_over(self):
        return time.monotonic() > self.until

    def __exit__(self, *_):
        for process in self.processes:
            process.kill()
            process.wait()


def run(program):
    """One run's output. None of the programs writes errors: one that did could not run at all."""
    for _ in range(3):
        done = subprocess.run(["node", program.name], cwd=program.parent, capture_output=True, text=True)
        if not done.stderr and done.returncode >= 0:
            return json.dumps({"stdout": done.stdout, "exit_code": done.returncode})
        print(f"{program.name}: did not run: {done.returncode} {done.stderr}", file=sys.stderr)
    sys.exit(1)


def count(seen, output):
    seen[output] = seen.get(output, 0) + 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=300, help="of each program, in all")
    parser.add_argument("--load", action="store_true", help="half of them on a busy machine")
    parser.add_argument("--into", type=pathlib.Path, default=RECORDED, help="another file to add to")
    parser.add_argument("programs", nargs="*")
    args = parser.parse_args()
    programs = [pathlib.Path(p) for p in args.programs] or sorted((HERE / "programs").glob("*.js"))
    seen = {}
    if args.into.exists():
        for name, outputs in json.loads(args.into.read_text()).items():
            seen[name] = {json.dumps({"stdout": o["stdout"], "exit_code": o["exit_code"]}): o["runs"]
                          for o in outputs}
    loaded = {program: args.runs // 2 if args.load else 0 for program in programs}
    for program in programs:
        for _ in range(args.runs - loaded[program]):
            count(seen.setdefault(program.name, {}), run(program))
    while any(loaded.values()):
        with Load() as load:
            for program in programs:
                while loaded[program] and not load.is_over():
                    count(seen[program.name], run(program))
                    loaded[program] -= 1
    written = {name: sorted(({**json.loads(output), "runs": runs} for output, runs in outputs.items()),
                            key=lambda o: (-o["runs"], o["stdout"]))
               for name, outputs in sorted(seen.items())}
    args.into.write_text(json.dumps(written, indent=1) + "\n")


if __name__ == "__main__":
    main()
