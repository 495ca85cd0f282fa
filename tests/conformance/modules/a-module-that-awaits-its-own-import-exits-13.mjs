console.log('before');
await import('./a-module-that-awaits-its-own-import-exits-13.mjs');
console.log('never');
