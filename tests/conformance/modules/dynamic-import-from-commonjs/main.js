const promise = import('./part.mjs');
console.log(promise instanceof Promise);
(async () => {
  const part = await promise;
  console.log(part.default, part.named, Object.keys(part), part[Symbol.toStringTag]);
  await import('./missing.mjs').catch((error) => console.log(error.code));
  const path = await import('node:path');
  console.log(path.default.sep, path.basename('/x/y'));
})();
