console.log({ get fails() { throw new Error('getter'); }, fine: 1 });
console.log({ [Symbol.toStringTag]: 'Tagged', a: 1 });
console.log({ toString() { return 'not used'; } });
console.log('%s', { toString() { return 'used by %s'; } });
