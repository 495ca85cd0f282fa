const source = {
  [Symbol.asyncIterator]() {
    let n = 0;
    return {
      next: async () => ({ value: ++n, done: false }),
      return: async () => { console.log('return called'); return {}; },
    };
  },
};
(async () => {
  for await (const value of source) {
    console.log(value);
    if (value === 2) break;
  }
  console.log('left');
})();
