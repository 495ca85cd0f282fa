const timer = setTimeout(() => console.log('fired'), 2 ** 31);
console.log(timer._idleTimeout);
process.on('warning', (warning) => console.log(warning.name, '|', warning.message));
