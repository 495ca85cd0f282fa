"""Conformance programs: where they are, how one is run, and what of its output counts.

A program is AREA/NAME.{js,mjs,cjs}, or AREA/NAME/main.{js,mjs,cjs} with its helper files beside it.
Its expectation lies next to it: STEM.expected (standard output), and, where they are not empty
and not zero, STEM.stderr and STEM.exit.
"""

import dataclasses
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent
SUFFIXES = (".js", ".mjs", ".cjs")
TIMEOUT_S = 30


@dataclasses.dataclass(frozen=True)
class Outcome:
    stdout: str
    stderr: str
    exit_code: int


@dataclasses.dataclass(frozen=True)
class Program:
    path: pathlib.Path

    @property
    def name(self):
        relative = self.path.relative_to(ROOT)
        parts = relative.parent.parts if self.path.stem == "main" else relative.with_suffix("").parts
        return ".".join(parts)

    @property
    def area(self):
        return self.path.relative_to(ROOT).parts[0]

    def expectation_file(self, kind):
        return self.path.with_suffix("." + kind)

    def expectation(self):
        """The recorded outcome, or None where nothing was recorded."""
        stdout = self.expectation_file("expected")
        if not stdout.exists():
            return None
        stderr, exit_code = self.expectation_file("stderr"), self.expectation_file("exit")
        return Outcome(
            read(stdout),
            read(stderr) if stderr.exists() else "",
            int(read(exit_code)) if exit_code.exists() else 0,
        )

    def store(self, outcome):
        write(self.expectation_file("expected"), outcome.stdout)
        write_or_remove(self.expectation_file("stderr"), outcome.stderr, outcome.stderr != "")
        write_or_remove(self.expectation_file("exit"), f"{outcome.exit_code}\n", outcome.exit_code != 0)

    def run(self, command):
        """Runs `command` + [program] in the program's folder; a run that hangs is an outcome too."""
        environment = {"PATH": os.environ.get("PATH", ""), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        try:
            done = subprocess.run(
                [*command, str(self.path)],
                cwd=self.path.parent,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=TIMEOUT_S,
            )
        except subprocess.TimeoutExpired as late:
            return Outcome(self.clean(late.stdout or b""), f"no end after {TIMEOUT_S} s\n", -1)
        return Outcome(self.clean(done.stdout), self.clean(done.stderr), done.returncode)

    def clean(self, output):
        return normalise(output.decode("utf-8", "backslashreplace"), str(self.path.parent))


# A stack frame inside Node itself, or their number: not the program's business.
INTERNAL_FRAME = re.compile(
    r"\n[ ]+at (?:[^\n(]*\()?node:[\w/.-]+(?::\d+:\d+)?\)?"
    r"|\n[ ]+\.\.\. \d+ lines matching cause stack trace \.\.\."
    r"|\n[ ]+\[\.\.\. lines matching original stack trace \.\.\.\]"
)
# An error thrown inside Node is introduced by that line of Node's own source.
INTERNAL_SOURCE = re.compile(r"^node:[\w/.-]+:\d+\n[^\n]*\n *\^+\n", re.MULTILINE)
PROCESS_ID = re.compile(r"\(node:\d+\)")
VERSION = re.compile(r"^Node\.js v[\d.]+$", re.MULTILINE)


def normalise(text, folder):
    text = text.replace("file://" + folder, "<dir>").replace(folder, "<dir>")
    text = INTERNAL_FRAME.sub("", text)
    text = INTERNAL_SOURCE.sub("<node source>\n", text)
    text = PROCESS_ID.sub("(node:<pid>)", text)
    return VERSION.sub("Node.js v<version>", text)


def find(selection):
    """Programs in the given files, folders or areas (all of them when none is given), by name."""
    wanted = [resolve(item) for item in selection] or [ROOT]
    found = {path for item in wanted for path in programs_in(item)}
    return sorted((Program(path) for path in found), key=lambda program: program.name)


def resolve(item):
    for candidate in (pathlib.Path(item), ROOT / item):
        if candidate.exists():
            return candidate.resolve()
    raise SystemExit(f"no such program or area: {item}")


def programs_in(item):
    if item.is_file():
        return [item]
    return [path for path in item.rglob("*") if is_program(path)]


def is_program(path):
    if path.suffix not in SUFFIXES or not path.is_file():
        return False
    depth = len(path.relative_to(ROOT).parts)
    return depth == 2 or (depth == 3 and path.stem == "main")


def read(path):
    return path.read_bytes().decode("utf-8")


def write(path, text):
    path.write_bytes(text.encode("utf-8"))


def write_or_remove(path, text, wanted):
    if wanted:
        write(path, text)
    else:
        path.unlink(missing_ok=True)
