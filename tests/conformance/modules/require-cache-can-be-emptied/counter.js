globalThis.loads = (globalThis.loads ?? 0) + 1;
module.exports = globalThis.loads;
