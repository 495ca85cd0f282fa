const timer = setTimeout(() => console.log('never'), 5);
console.log(timer.close() === timer, timer._destroyed);
