"""Sessions of a user with PM2: programs whose directives say what is typed when, and what PM2 then showed."""

import pathlib
import re

HERE = pathlib.Path(__file__).parent
COMMAND = re.compile(r"^// @pm2 (?:([\d.]+)s )?(.*)$")
LOG_LINE = re.compile(r"^(PM2|[\w]+\|\S+) +\| ")
BOX = "┌│├└"
# What differs from machine to machine and from run to run, by column.
MASKED_COLUMNS = {"version", "pid", "uptime", "cpu", "mem", "user"}
# The same of a description: by the name of a row.
MASKED_ROWS = {"version", "uptime", "node.js version"}
DATE = re.compile(r"^\d{4}-\d\d-\d\dT[\d:.]+Z$")
# PM2 lets what `scale` adds write into the logs of the first.
LOG_NUMBER = re.compile(r"-\d+(?=\.log$)")
# Where PM2 keeps its logs, as here and there.
HOMES = re.compile(r"^/\S*?/(\.pm2/|home-of-pm2/)(?=logs/|pids/)")


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


def ids_in(table):
    """The numbers of the processes in a list."""
    rows = [line.split("│")[1].strip() for line in table.split("\n") if line.startswith("│")]
    return rows[1:]


def described(text, folder=""):
    """The title of a description, and its rows as "name: text"; how wide they are depends on what is in them."""
    rows = []
    for line in text.split("\n"):
        if line.startswith("└"):
            break
        if line.startswith(" Describing"):
            rows.append(line)
        if not line.startswith("│"):
            continue
        name, value = (cell.strip() for cell in line.split("│")[1:3])
        if name in MASKED_ROWS or DATE.match(value):
            value = "*"
        value = LOG_NUMBER.sub("-N", HOMES.sub("~/.pm2/", value))
        if folder:
            value = "." if value == folder else value.replace(f"{folder}/", "")
        rows.append(f"{name}: {value}")
    return rows


def parts(terminal, logs, table, descriptions, folder=""):
    """What is compared, as one text: the terminal, the logs, the list at the end, and each process in it."""
    logs = by_source(masked(line.rstrip(), folder) for line in logs)
    terminal = [masked(line.rstrip(), folder) for line in terminal]
    return "\n".join(["# terminal", *terminal, "", "# logs", *logs, "", "# list", *masked_table(table), "",
                      "# describe", *(row for text in descriptions for row in described(text, folder)), ""])
