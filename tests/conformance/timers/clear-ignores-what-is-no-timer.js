for (const value of [undefined, null, 0, 'x', {}, [], 1e9, NaN]) {
  clearTimeout(value);
  clearInterval(value);
}
for (const value of [undefined, null, 0, {}]) clearImmediate(value);
console.log('no complaint');
