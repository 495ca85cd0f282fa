"""Sessions of a user with PM2: programs whose directives say what is typed when, and what PM2 then showed."""

import pathlib
import re

HERE = pathlib.Path(__file__).parent
COMMAND = re.compile(r"^// @pm2 (?:([\d.]+)s )?(.*)$")
LOG_LINE = re.compile(r"^(PM2|[\w]+\|\S+) +\| ")
BOX = "┌│├└"
# What differs from machine to machine and from run to run, by column.
MASKED_COLUMNS = {"version", "pid", "uptime", "cpu", "mem", "user"}


def sessions():
    return sorted(path for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")


def program_of(session):
    """The file of a session whose directives are typed."""
    return next(path for path in sorted(session.glob("*.js")) if COMMAND.match(path.read_text().split("\n")[0]))


def typed_in(program):
    found = (COMMAND.match(line) for line in program.read_text().split("\n"))
    return [(float(match.group(1) or 0), match.group(2)) for match in found if match]


def masked(line, folder=""):
    """Process ids, and where the session's folder lies."""
    if folder:
        line = line.replace(f"{folder}/", "")
    line = re.sub(r"pid=\d+", "pid=N", line)
    return re.sub(r"pid \d+", "pid N", line)


def by_source(lines):
    """Lines of the logs by whose they are: how those of different processes follow each other is a race. So is how often
    one that is slow to end is looked for."""
    sources = {}
    for line in lines:
        label, text = (part.strip() for part in line.split(" | ", 1))
        if "failed to kill" not in text:
            sources.setdefault(label, []).append(f"{label} | {text}")
    return [line for label in sorted(sources) for line in sources[label]]


def masked_table(text):
    rows = [line for line in text.split("\n") if line and line[0] in BOX]
    head = next((row for row in rows if row[0] == "│"), None)
    if head is None:
        return rows
    hidden = [name.strip() in MASKED_COLUMNS for name in head.split("│")[1:-1]]
    result = [rows[0], head]
    for row in rows[2:]:
        if row[0] == "│":
            cells = row.split("│")[1:-1]
            cells = [" *" + " " * (len(cell) - 2) if hide else cell for cell, hide in zip(cells, hidden)]
            row = "│" + "│".join(cells) + "│"
        result.append(row)
    return result


def parts(terminal, logs, table, folder=""):
    """What is compared, as one text: the terminal, the logs, and the list at the end."""
    logs = by_source(masked(line.rstrip(), folder) for line in logs)
    terminal = [masked(line.rstrip(), folder) for line in terminal]
    return "\n".join(["# terminal", *terminal, "", "# logs", *logs, "", "# list", *masked_table(table), ""])
