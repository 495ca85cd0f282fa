setTimeout(function fail() { throw new TypeError('in timer'); }, 5);
setTimeout(() => console.log('never'), 30);
