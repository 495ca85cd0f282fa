const timer = setTimeout(() => console.log('never'), 10);
clearTimeout(timer);
clearTimeout(timer);
setTimeout(() => console.log('done'), 30);
