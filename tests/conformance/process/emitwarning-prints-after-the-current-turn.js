process.emitWarning('careful');
console.log('sync');
process.on('warning', (warning) => console.log('event', warning.name, warning.message));
