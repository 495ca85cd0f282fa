console.log('%s is %d years and %i', 'Ann', 41.5, 41.9);
console.log('%f %j %o', '1.25', { a: [1] }, { b: 2 });
console.log('%O', { c: { d: { e: {} } } });
console.log('%c styled %% done', 'color: red');
console.log('%s');
console.log('%d', 'x', 'extra', { e: 1 });
console.log('%s %s', 'only one');
console.log('100%', 5);
console.log({ first: 1 }, '%s', 'not formatted');
