setTimeout(() => console.log('unref fired'), 10).unref();
setTimeout(() => console.log('holder'), 40);
