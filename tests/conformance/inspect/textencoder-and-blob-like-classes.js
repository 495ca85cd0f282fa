console.log(new TextEncoder());
console.log(structuredClone(new Map([['a', new Set([1])]])));
console.log(new Event('x').type, Object.prototype.toString.call(new TextDecoder()));
