const timer = setTimeout(() => {}, 2 ** 31 - 1);
console.log(timer._idleTimeout, timer.hasRef());
clearTimeout(timer);
