const { types } = require('util');
const values = { map: new Map(), set: new Set(), date: new Date(), regexp: /x/, promise: Promise.resolve(), proxy: new Proxy({}, {}), error: new Error(), args: (function () { return arguments; })(), boxed: new Number(1), bytes: new Uint8Array(1), buffer: new ArrayBuffer(1), weak: new WeakMap(), gen: (function* () {})() };
const checks = ['isMap', 'isSet', 'isDate', 'isRegExp', 'isPromise', 'isProxy', 'isNativeError', 'isArgumentsObject', 'isNumberObject', 'isBoxedPrimitive', 'isTypedArray', 'isUint8Array', 'isArrayBuffer', 'isAnyArrayBuffer', 'isArrayBufferView', 'isWeakMap', 'isGeneratorObject'];
for (const [name, value] of Object.entries(values)) console.log(name, checks.filter((check) => types[check](value)).join(' '));
console.log(types.isAsyncFunction(async () => {}), types.isGeneratorFunction(function* () {}), types.isAsyncFunction(() => {}), types.isModuleNamespaceObject({}));
