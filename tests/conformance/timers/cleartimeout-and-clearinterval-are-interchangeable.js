const timer = setTimeout(() => console.log('never'), 5);
clearInterval(timer);
const interval = setInterval(() => console.log('never'), 5);
clearTimeout(interval);
console.log(timer._destroyed, interval._destroyed);
