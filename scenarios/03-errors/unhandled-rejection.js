// @title  The safety net under promises
// @lesson A rejected promise that nobody handles is found when the tick and job queues are empty. With a
// handler for 'unhandledRejection' the process may clean up and end on its own terms; without one it
// ends at once with exit code 1.

process.on('unhandledRejection', (reason) => {
  console.log('safety net:', reason.message);
  console.log('closing the server …');
  setTimeout(() => {
    console.log('closed');
    process.exit(1);
  }, 10);
});

async function forgotten() {
  throw new Error('nobody awaits me');
}

forgotten();

const handled = Promise.reject(new Error('handled in time'));
process.nextTick(() => handled.catch((error) => console.log('caught:', error.message)));

setTimeout(() => console.log('still serving'), 5);
setTimeout(() => console.log('never reached'), 50);
