const rejected = Promise.reject(3); rejected.catch(() => {});
console.log(Promise.resolve({ a: 1 }), rejected, new Promise(() => {}), { p: Promise.resolve('x') });
(async () => { const p = (async () => 'later')(); console.log(p); await p; console.log(p); })();
