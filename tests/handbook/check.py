#!/usr/bin/env python3
"""Runs the handbook's own programs as written, under loopscope and real Node.

    check.py --loopscope BINARY

The handbook isn't part of this repository: its text is looked for at $LOOPSCOPE_HANDBOOK, else at
../shared/handbook.txt beside the source folder. Without it, or with nothing to run, the check is
skipped (exit code 77). Each program gets only what it takes for granted: files, a database, an app, a server,
and somebody who calls it.
"""

import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import extract

SOURCE_FOLDER = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77

DATABASE = """\
const rows = { ann: { id: 'ann' } };
const db = {
  async findUser(id) {
    if (id === 'down') throw new Error('no connection');
    return rows[id];
  },
};
"""
ASK_FOR_USERS = """
(async () => {
  for (const id of ['ann', 'bob', 'down']) {
    try {
      console.log(JSON.stringify(await getUser(id)));
    } catch (error) {
      console.log(error instanceof AppError, error.statusCode, error.isOperational, error.cause?.message);
    }
  }
})();
"""
USERS_SAY = ['{"id":"ann"}', "true 404 true undefined", "true 500 true no connection"]

APP = """\
let middleware;
const app = { use(handler) { middleware = handler; } };
const res = { status(code) { console.log('status', code); return this; }, json() { console.log('answered'); } };
"""
SEND_ERRORS = """
middleware(Object.assign(new Error('shown'), { statusCode: 418, isOperational: true }), {}, res, () => {});
middleware(new Error('a bug'), {}, res, () => {});
"""
MIDDLEWARE_SAYS = ["status 418", "answered", "status 500", "answered"]

SERVER = "const server = { close(done) { console.log('closing'); setImmediate(done); } };\n"
LOSE_A_REJECTION = """
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => Promise.reject(new Error('lost')), 20);
"""
SAFETY_NET_SAYS = ["closing", "exit 1"]

WORKER_APP = "const largeArray = [5, 6, 7];\nconst app = { get(path, handler) { this.handler = handler; } };\n"
ASK_FOR_HEAVY_TASK = "\nif (isMainThread) app.handler({}, { json(answer) { console.log(answer); } });\n"
FIBONACCI = "const fibonacci = (n) => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2));\n"
SQUARE_WORKER = """\
const { parentPort } = require('worker_threads');
parentPort.on('message', (n) => parentPort.postMessage(n * n));
"""
USE_POOL = """
const pool = new WorkerPool('./square.js', 2);
Promise.all([1, 2, 3, 4, 5].map((n) => pool.run(n))).then((results) => {
  console.log(...results);
  for (const { worker } of pool.workers) worker.terminate();
});
"""

FILES = "const fs = require('fs');\n"
# The handbook calls what is done with the data `process`.
COUNT_CHUNKS = "(function(process) {\n", """
})((data) => console.log(data.length));
"""
CSV_BYTES = 150_000
CHUNK_SIZES = [str(CSV_BYTES), "65536", "65536", str(CSV_BYTES - 2 * 65536), "Done"]

AS_MODULE = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n"
UNZIP = """
console.log(zlib.gunzipSync(fs.readFileSync('input.log.gz')).equals(fs.readFileSync('input.log')));
"""

DOWNLOAD = """\
const fs = require('fs');
const zlib = require('zlib');
const { pipeline } = require('stream/promises');
const { PassThrough } = require('stream');
const app = { get(path, handler) { this[path] = handler; } };
"""
GET = """
const res = new PassThrough();
res.setHeader = (name, value) => console.log(name, value);
app['/download/:file']({ params: { file: 'a.txt' } }, res);
res.pipe(zlib.createGunzip()).on('data', (data) => console.log(`${data}`)).on('close', () => console.log('closed'));
"""

# What programs with routes take for granted: an application, and somebody who asks it.
EXPRESS = "const express = require('./tiny-express.js');\nconst visit = require('./visit.js');\nconst app = express();\n"
ASK = """
const server = app.listen(0, '127.0.0.1', async () => {{
  await visit(server, {paths}.map((path) => ['GET', path]));
  server.close();
}});
"""
HASH = "const crypto = require('crypto');\nconst password = 'secret';\nconst salt = 'salt';\n"
RUN_IN_WORKER = """
function runInWorker(file, workerData) {
  return new Promise((resolve, reject) => {
    new Worker(file, { workerData }).on('message', resolve).on('error', reject);
  });
}
"""
HASH_WORKER = """\
const { parentPort, workerData } = require('worker_threads');
const hash = require('crypto').pbkdf2Sync(workerData.password, workerData.salt, 100000, 64, 'sha512');
parentPort.postMessage({ hash: hash.toString('hex') });
"""
ASK_FOR_DOWNLOAD = """
const server = app.listen(0, '127.0.0.1', () => {
  require('http').get({ host: '127.0.0.1', port: server.address().port, path: '/download/a.txt' }, (response) => {
    console.log(response.statusCode, response.headers['content-encoding']);
    response.pipe(zlib.createGunzip()).on('data', (data) => console.log(`${data}`)).on('end', () => server.close());
  });
});
"""
ROUTER = """
const router = express.Router();
const rows = { ann: { id: 'ann' } };
const db = {
  async query(sql, [id]) {
    if (id === 'down') throw new Error('no connection');
    return rows[id];
  },
};
"""
USE_ROUTER = """
const userService = new UserService(new UserRepository(), { sendWelcome: async () => {} });
app.use('/users', router);
"""

# Two processors, and numbers of processes that are the same in every run.
CLUSTER = """\
require('os').cpus = () => [{}, {}];
const say = console.log;
console.log = (text) => say(text.replace(/(Primary|Worker) \\d+/, '$1 N'));
"""
USE_CLUSTER = """
let listening = 0;
if (cluster.isPrimary) cluster.on('listening', () => {
  if (++listening === 2) require('http').get('http://127.0.0.1:3000/crash').on('error', (error) => say(error.code));
  if (listening === 3) setTimeout(() => process.exit(), 200);
});
"""
CLUSTER_APP = """\
module.exports = require('http').createServer((request) => { if (request.url === '/crash') process.exit(1); });
"""
CLUSTER_SAYS = [
    "Primary N starting 2 workers", "Worker N listening on 3000", "Worker N listening on 3000", "ECONNRESET",
    "Worker N died (code: 1)", "Worker N listening on 3000",
]

STREAM_FILES = {
    "huge-file.csv": "0123456789" * (CSV_BYTES // 10), "input.log": "GET / 200\n" * 20_000,
    "files/a.txt": "downloaded", "data.csv": "Ann,30,Oslo\nBob,25,Rome\n\n",
}


def stream_programs(text):
    """Those of chapter 2, in the same form."""
    streams = extract.streams(text)
    reading = FILES + COUNT_CHUNKS[0] + streams["reading"] + COUNT_CHUNKS[1]
    yield "chapter 2 whole file and chunks", reading, [CHUNK_SIZES], 0
    yield "chapter 2 pipeline (ES module)", AS_MODULE + streams["compressing"] + UNZIP, [["true"]], 0
    yield "chapter 2 download", DOWNLOAD + streams["download"] + GET, [["Content-Encoding gzip", "downloaded", "closed"]], 0
    records = ["{ name: 'Ann', age: 30, city: 'Oslo' }", "{ name: 'Bob', age: 25, city: 'Rome' }"]
    yield "chapter 2 CSV parser", FILES + streams["csv"], [records], 0


def http_programs(text):
    """Those that answer requests, in the same form."""
    password, salt = b"secret", b"salt"
    answer = f'GET /hash -> 200 {{"hash":"{hashlib.pbkdf2_hmac("sha512", password, salt, 100_000, 64).hex()}"}}'
    bad, good, better = extract.hash_handlers(text)
    ask = ASK.format(paths="['/hash']")
    yield "chapter 1 hash, blocking", EXPRESS + HASH + bad + ask, [[answer]], 0
    yield "chapter 1 hash, on the pool", EXPRESS + HASH + good + ask, [[answer]], 0
    hash_worker = [("hash-worker.js", HASH_WORKER)]
    yield "chapter 1 hash, on a worker", EXPRESS + HASH + better + RUN_IN_WORKER + ask, [[answer]], 0, hash_worker
    download = DOWNLOAD.replace("const app = { get(path, handler) { this[path] = handler; } };\n", "")
    downloaded = ["200 gzip", "downloaded"]
    program = EXPRESS + download + extract.streams(text)["download"] + ASK_FOR_DOWNLOAD
    yield "chapter 2 download over HTTP", program, [downloaded], 0
    main, worker, _ = extract.workers(text)
    process = EXPRESS + "const largeArray = [5, 6, 7];\n" + main + ASK.format(paths="['/process']")
    files = [("worker.js", FIBONACCI + worker)]
    yield "chapter 4 worker over HTTP", process, [['GET /process -> 200 {"result":30}']], 0, files
    patterns = extract.error_patterns(text)
    asked = ASK.format(paths="['/users/ann', '/users/bob', '/users/down']")
    layered = EXPRESS + patterns[3] + ROUTER + extract.layers(text) + USE_ROUTER + patterns[2] + asked
    answers = [
        'GET /users/ann -> 200 {"id":"ann"}',
        'GET /users/bob -> 404 {"error":"User not found"}',
        'GET /users/down -> 500 {"error":"Internal server error"}',
    ]
    yield "chapter 6 layers", layered, [answers], 0
    in_server = EXPRESS + DATABASE + patterns[3] + patterns[1] + """
app.get('/users/:id', (req, res, next) => getUser(req.params.id).then((user) => res.json(user), next));
""" + patterns[2] + asked
    said = [*answers[:2], 'GET /users/down -> 500 {"error":"Database error"}']
    yield "chapter 3 errors of a server", in_server, [said], 0


def programs(text):
    """(name, source, the outputs allowed, exit code) of each program, and the other files it needs."""
    yield from stream_programs(text)
    yield from http_programs(text)
    quiz, promised = extract.quiz(text)
    patterns = extract.error_patterns(text)
    swapped = [*promised[:-2], promised[-1], promised[-2]]  # timeout and immediate: both orders are legal
    yield "chapter 1 quiz", quiz, [promised, swapped], 0
    yield "chapter 3 async try-catch with the error class", DATABASE + patterns[3] + patterns[1] + ASK_FOR_USERS, [USERS_SAY], 0
    yield "chapter 3 error middleware", APP + patterns[2] + SEND_ERRORS, [MIDDLEWARE_SAYS], 0
    yield "chapter 3 safety net", SERVER + patterns[4] + LOSE_A_REJECTION, [SAFETY_NET_SAYS], 1
    whole = DATABASE + APP + SERVER + "".join(patterns[number] for number in sorted(patterns))
    everything = [*MIDDLEWARE_SAYS, *USERS_SAY, *SAFETY_NET_SAYS]
    yield "chapter 3 in one file", whole + SEND_ERRORS + ASK_FOR_USERS + LOSE_A_REJECTION, [everything], 1
    main, worker, pool = extract.workers(text)
    files = [("worker.js", FIBONACCI + worker), ("square.js", SQUARE_WORKER)]
    yield "chapter 4 worker", WORKER_APP + main + ASK_FOR_HEAVY_TASK, [["{ result: 30 }"]], 0, files
    yield "chapter 4 worker pool", pool + USE_POOL, [["1 4 9 16 25"]], 0, files
    cluster = CLUSTER + extract.cluster(text) + USE_CLUSTER
    yield "chapter 5 cluster", cluster, [CLUSTER_SAYS], 0, [("app.js", CLUSTER_APP)]


def check(name, command, source, allowed, exit_code, files=()):
    with tempfile.TemporaryDirectory() as folder:
        for file, contents in STREAM_FILES.items():
            (pathlib.Path(folder) / file).parent.mkdir(exist_ok=True)
            (pathlib.Path(folder) / file).write_text(contents)
        path = pathlib.Path(folder) / ("program.mjs" if source.startswith("import ") else "program.js")
        path.write_text(source)
        for shared in ("tiny-express.js", "visit.js"):
            shutil.copyfile(SOURCE_FOLDER / "scenarios" / "shared" / shared, path.with_name(shared))
        for file, text in files:
            path.with_name(file).write_text(text)
        done = subprocess.run(
            [*command, str(path)], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    said = done.stdout.splitlines()
    if said in allowed and done.returncode == exit_code:
        return True
    print(f"failed: {name} under {pathlib.Path(command[0]).name}: exit code {done.returncode}, expected {exit_code}")
    print("  said:    ", said, "\n  expected:", " or ".join(map(str, allowed)))
    print("".join("  " + line for line in done.stderr.splitlines(keepends=True)[:10]))
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    options = parser.parse_args()

    handbook = pathlib.Path(os.environ.get("LOOPSCOPE_HANDBOOK") or SOURCE_FOLDER.parent / "shared" / "handbook.txt")
    if not handbook.is_file():
        print("skipped: no handbook text (LOOPSCOPE_HANDBOOK says where it is)")
        return SKIPPED
    commands = [[os.path.abspath(options.loopscope), "run"]]
    if shutil.which("node"):
        commands.append([shutil.which("node")])
    results = [
        check(name, command, *program)
        for name, *program in programs(handbook.read_text())
        # Port 3000 may be somebody else's on a real machine.
        for command in (commands[:1] if name == "chapter 5 cluster" else commands)
    ]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
