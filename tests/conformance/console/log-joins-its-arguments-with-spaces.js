console.log();
console.log('text', 1, true, null, undefined, 1n, Symbol('s'));
console.log([1, 'a'], { b: 'text' });
console.log('');
console.log('two\nlines');
