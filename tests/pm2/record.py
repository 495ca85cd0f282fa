#!/usr/bin/env python3
"""Records what real PM2 shows of each session in this folder: its terminal, `pm2 logs`, and at the end `pm2 list`
and `pm2 describe`.

    record.py --pm2 PATH [SESSION ...]

PM2 is `npm install pm2` somewhere; its daemon gets a home of its own, and is killed at the end.
"""

import argparse
import os
import pathlib
import re
import subprocess
import tempfile
import time

import sessions

LEFT_OUT = re.compile(r"^(host metrics|\[PM2\] Spawning|\[PM2\] PM2 Successfully)")


def run(pm2, words, env, folder):
    done = subprocess.run([pm2, "--no-color", *words], cwd=folder, env=env, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    return done.stdout


def terminal_lines(text):
    return [line for line in text.split("\n")
            if line and line[0] not in sessions.BOX and not LEFT_OUT.match(line)]


def record(pm2, session):
    program = sessions.program_of(session)
    folder = str(session.resolve())
    with tempfile.TemporaryDirectory() as parent:
        home = f"{parent}/home-of-pm2"
        os.mkdir(home)
        env = {**os.environ, "PM2_HOME": home, "PM2_DISCRETE_MODE": "true"}
        run(pm2, ["list"], env, folder)
        with open(f"{home}/stream", "w") as stream:
            logs = subprocess.Popen([pm2, "--no-color", "logs", "--lines", "0"], env=env, stdout=stream, text=True)
        time.sleep(2)
        terminal = []
        begun = time.time()
        for at, command in sessions.typed_in(program):
            time.sleep(max(0, begun + at - time.time()))
            terminal += [f"$ pm2 {command}", *terminal_lines(run(pm2, command.split(), env, folder))]
        time.sleep(4)
        table = run(pm2, ["list"], env, folder)
        described = [run(pm2, ["describe", number], env, folder) for number in sessions.ids_in(table)]
        logs.terminate()
        logs.wait()
        run(pm2, ["kill"], env, folder)
        shown = [line for line in pathlib.Path(home, "stream").read_text().split("\n") if sessions.LOG_LINE.match(line)]
    (session / "pm2.txt").write_text(sessions.parts(terminal, shown, table, described, folder))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pm2", required=True)
    parser.add_argument("selection", nargs="*")
    options = parser.parse_args()
    for session in sessions.sessions():
        if not options.selection or session.name in options.selection:
            record(options.pm2, session)
            print(session.name)


if __name__ == "__main__":
    main()
