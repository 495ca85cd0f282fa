const { MessageChannel, moveMessagePortToContext } = require('worker_threads');

const { port1 } = new MessageChannel();
for (const args of [[1, {}], [port1, {}], [port1, 1], [port1]]) {
  try {
    moveMessagePortToContext(...args);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
