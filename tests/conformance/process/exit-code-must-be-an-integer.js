for (const code of ['x', 1.5, {}, true]) {
  try { process.exitCode = code; console.log('set', process.exitCode); } catch (error) { console.log(error.code, error.message); }
}
process.exitCode = '3';
console.log(typeof process.exitCode);
process.exitCode = undefined;
