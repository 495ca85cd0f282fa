// @title  When nothing catches
// @lesson A throw that leaves a callback ends the process, unless 'uncaughtException' is listened to:
// then the loop goes on, but whatever the callback had not finished stays unfinished. It is the place
// to note what happened and to leave, not to carry on.

process.on('uncaughtException', (error, origin) => {
  console.log(`${origin}: ${error.message}`);
  process.exitCode = 1;
});

process.on('exit', (code) => console.log('leaving with code', code));

setTimeout(() => {
  console.log('first timer: half done');
  undefinedFunction();
  console.log('first timer: never gets here');
}, 5);

setTimeout(() => console.log('second timer: still runs'), 10);
