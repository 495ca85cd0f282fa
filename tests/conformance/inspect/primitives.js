console.log([undefined, null, true, 0, -0, 1.5, NaN, -Infinity, 10n, 'text', Symbol('s'), Symbol.iterator, Symbol()]);
