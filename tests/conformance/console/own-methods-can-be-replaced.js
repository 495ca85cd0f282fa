const original = console.log;
console.log = (...args) => original('[seen]', ...args);
console.log('text');
console.info('info is apart');
