Object.defineProperty({}, 'x', { value: 1 }).x = 2; 'use strict'; (function () { 'use strict'; Object.freeze([1]).push(2); })();
