setTimeout(() => console.log('unref-d timeout'), 1).unref();
setImmediate(() => console.log('immediate'));
