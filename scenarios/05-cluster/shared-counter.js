// @title  A counter that the primary keeps
// @lesson Workers share no memory, but each has a channel to the primary. They ask it for the next number, which is
// the only one that counts; each question and answer is a message that takes its time.
// @cpus 4

const cluster = require('cluster');

if (cluster.isPrimary) {
  let count = 0;
  for (let i = 0; i < 3; i++) cluster.fork();
  cluster.on('message', (worker, { question }) => {
    worker.send({ answer: ++count, question });
  });
  cluster.on('exit', () => {
    if (Object.keys(cluster.workers).length === 0) console.log(`counted to ${count}`);
  });
} else {
  let questions = 0;
  const ask = () => process.send({ question: ++questions });
  process.on('message', ({ answer, question }) => {
    console.log(`worker ${cluster.worker.id}: question ${question} got ${answer}`);
    if (question < 2) ask();
    else process.disconnect();
  });
  ask();
}
