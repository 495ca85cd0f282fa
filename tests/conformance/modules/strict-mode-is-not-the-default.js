undeclared = 'a global';
console.log(globalThis.undeclared, (function () { return this === globalThis; })());
console.log((function () { 'use strict'; return this; })());
