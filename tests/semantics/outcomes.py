"""Programs that show what differs between Node's versions, and their recorded outcomes.

programs/NAME.js has NAME.expected beside it: a section for each outcome, headed by the versions that
have it, oldest first. A program whose first line says `// since VERSION` says nothing of older ones.
"""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent / "programs"
VERSIONS = ("node10", "node18", "node20", "node22", "node24")
TIMEOUT_S = 30

# Stack lines in Node's own files and excerpts of them tell of Node's source, not of the program.
INTERNAL_FRAME = re.compile(r"\n[ ]+at (?:[^\n(]*\()?(?:node:|internal/|\w+\.js:)[^\n)]*\)?(?=\n| \{)")
INTERNAL_SOURCE = re.compile(r"^(?:node:|internal/)[\w/.-]+:\d+\n[^\n]*\n *\^+\n", re.MULTILINE)
PROCESS_ID = re.compile(r"\(node:\d+\)")


def all_programs():
    return sorted(path for path in ROOT.iterdir() if path.suffix in (".js", ".mjs"))


def versions_of(program):
    since = re.match(r"// since (\w+)\n", program.read_text())
    return VERSIONS[VERSIONS.index(since[1]) if since else 0 :]


def run(command, program):
    """What `command` + [program] prints and ends with, as one text."""
    environment = {"PATH": os.environ.get("PATH", ""), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*command, program.name], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_S
    )
    text = done.stdout.decode()
    if done.stderr:
        text += "-- stderr\n" + normalise(done.stderr.decode())
    return text + (f"-- exit code {done.returncode}\n" if done.returncode else "")


def normalise(text):
    text = text.replace(str(ROOT), "<dir>")
    text = INTERNAL_SOURCE.sub("<node source>\n", INTERNAL_FRAME.sub("", text))
    return PROCESS_ID.sub("(node:<pid>)", text)


def store(program, outcomes):
    """`outcomes`: text by version."""
    groups = {}
    for version, text in outcomes.items():
        groups.setdefault(text, []).append(version)
    sections = (f"== {' '.join(versions)}\n{text}" for text, versions in groups.items())
    program.with_suffix(".expected").write_text("".join(sections))


def load(program):
    """Text by version; empty where nothing was recorded."""
    path = program.with_suffix(".expected")
    if not path.exists():
        return {}
    sections = re.split(r"^== (.*)\n", path.read_text(), flags=re.MULTILINE)[1:]
    return {version: text for heading, text in zip(sections[::2], sections[1::2]) for version in heading.split()}
