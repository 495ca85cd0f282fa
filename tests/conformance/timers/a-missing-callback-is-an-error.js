for (const start of [setTimeout, setInterval, setImmediate]) {
  for (const value of [undefined, null, 'code()', 42, {}]) {
    try {
      start(value, 1);
    } catch (error) {
      console.log(start.name, error.name, error.code, error.message);
    }
  }
}
