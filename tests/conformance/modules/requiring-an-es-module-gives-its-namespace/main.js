const part = require('./part.mjs');
console.log(part.default, part.named, Object.keys(part), part[Symbol.toStringTag]);
try { require('./awaits.mjs'); } catch (error) { console.log(error.code, error.name); }
