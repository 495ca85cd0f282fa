const timer = setTimeout(() => {}, 0);
console.log(timer._idleTimeout);
for (const delay of [-5, NaN, undefined, 'abc', 0.5, 1.9, '7']) {
  const other = setTimeout(() => {}, delay);
  console.log(String(delay), other._idleTimeout);
  clearTimeout(other);
}
