for (const value of [() => {}, { f() {} }, Symbol('s'), { s: Symbol('s') }, new WeakMap(), Promise.resolve()]) {
  try { structuredClone(value); } catch (error) { console.log(error.name, error.code, error.message); }
}
