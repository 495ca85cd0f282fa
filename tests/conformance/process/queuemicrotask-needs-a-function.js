for (const value of [undefined, 'x', {}]) {
  try { queueMicrotask(value); } catch (error) { console.log(error.code, error.message); }
}
queueMicrotask(function () { console.log(arguments.length, this === undefined || this === globalThis); });
