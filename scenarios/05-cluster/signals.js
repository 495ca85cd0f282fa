// @title  What a signal does
// @lesson A signal without a handler ends the process on the spot, 'exit' listeners and all. With a handler it is an
// event like any other: it waits for the poll phase, and so for a callback that computes. SIGKILL cannot be handled.
// @cpus 4

const { fork } = require('child_process');

const kinds = {
  plain() {},
  handler() {
    process.on('SIGTERM', () => {
      console.log('  handler: cleaning up');
      process.exit(0);
    });
  },
  busy() {
    process.on('SIGTERM', () => {
      console.log('  handler: at last');
      process.exit(0);
    });
    setTimeout(() => {
      const end = Date.now() + 100;
      while (Date.now() < end);
      console.log('  computed for 100 ms');
    }, 5);
  },
};

if (process.argv[2] !== undefined) {
  process.on('exit', () => console.log('  exit listener'));
  kinds[process.argv[2]]();
  setInterval(() => {}, 1000);
  process.send('up');
} else {
  next([['plain', 'SIGTERM'], ['handler', 'SIGTERM'], ['busy', 'SIGTERM'], ['handler', 'SIGKILL']]);
}

function next([first, ...rest]) {
  if (first === undefined) return;
  const [kind, signal] = first;
  console.log(`${signal} to a process of the kind "${kind}"`);
  const child = fork(__filename, [kind]);
  child.on('message', () => setTimeout(() => child.kill(signal), 20));
  child.on('exit', (code, by) => {
    console.log(`  exit code ${code}, signal ${by}`);
    next(rest);
  });
}
