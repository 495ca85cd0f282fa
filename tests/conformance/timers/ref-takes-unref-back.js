const timer = setTimeout(() => console.log('fired'), 10);
timer.unref();
timer.unref();
timer.ref();
