let controller;
const [one, two] = new ReadableStream({ start(given) { controller = given; } }).tee();
one.getReader().read().catch((error) => console.log('one', error.message));
two.getReader().closed.catch((error) => console.log('two', error.message));
controller.enqueue('dropped?');
controller.error(new Error('both'));
