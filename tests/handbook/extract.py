"""Finds the programs of the handbook in its plain text, where no mark shows what is code."""

import re


def quiz(text):
    """The execution-order quiz of chapter 1: (program, the output its last comment promises)."""
    section = between(text, r"^Execution Order\b.*$", r"^Don't Block\b.*$")
    promised = section.partition("// Output:")[2]
    labels = re.findall(r"^// (\d+ - \w+)", promised, re.MULTILINE)
    return section, labels


def hash_handlers(text):
    """Chapter 1's three handlers of GET /hash: the one that blocks, the pool's, the worker's."""
    section = between(text, r"^Don't Block the Event Loop$", r"^Step 2:.*$")
    return re.split(r"^(?=// \S+ (?:BAD|GOOD|BETTER))", section, flags=re.MULTILINE)[1:]


def layers(text):
    """Chapter 6, step 6: route, service and repository, in one text."""
    begin = text.index("// routes/users.js")
    return text[begin : text.index("Interview Questions", begin)]


def error_patterns(text):
    """The numbered patterns of chapter 3, in their order: {number: code}."""
    section = between(text, r"^Step 3:.*$", r"^Step 4:.*$")
    pieces = re.split(r"^(?=// \d+\. )", section, flags=re.MULTILINE)[1:]
    return {int(re.match(r"// (\d+)\. ", piece).group(1)): piece for piece in pieces}


def streams(text):
    """Chapter 2's programs by what they show: reading, compressing, download, csv."""
    section = between(text, r"^Step 2:.*$", r"^Step 3:.*$")
    cuts = {
        "reading": (r"^Why Streams\?$", r"^Stream Types$"),
        "compressing": (r"^Piping .*$", r"^// HTTP file download.*$"),
        "download": (r"^// HTTP file download.*$", r"^Custom Transform Stream$"),
        "csv": (r"^Custom Transform Stream$", r"\Z"),
    }
    return {name: between(section, first, last) for name, (first, last) in cuts.items()}


def between(text, first, last):
    """What lies between the first line matching `first` and the next one matching `last`."""
    start = re.search(first, text, re.MULTILINE)
    end = start and re.compile(last, re.MULTILINE).search(text, start.end())
    if not end:
        raise SystemExit(f"the handbook has no section between {first} and {last}")
    return text[start.end() : end.start()]


def cluster(text):
    """Chapter 5, step 5: the cluster that replaces its dead."""
    begin = text.index("const cluster = require('cluster');")
    return text[begin : text.index("Production: Use PM2", begin)]


def workers(text):
    """Chapter 4, step 4: the main program, its worker, and the pool."""
    begin = text.index("// main.js\nconst { Worker, isMainThread")
    worker = text.index("// worker.js\nconst { parentPort", begin)
    heading = text.index("Worker Pool (Reuse Workers)", worker)
    pool = text.index("const { Worker } = require('worker_threads');", heading)
    return text[begin:worker], text[worker:heading], text[pool:text.index("Step 5:", pool)]
