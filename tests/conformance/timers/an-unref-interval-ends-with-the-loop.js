let beats = 0;
setInterval(() => { beats++; }, 10).unref();
setTimeout(() => console.log(beats > 2), 100);
