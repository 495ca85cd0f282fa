const timer = setTimeout(() => console.log('never'), 5);
clearTimeout(timer);
timer.refresh();
setTimeout(() => console.log('end'), 30);
