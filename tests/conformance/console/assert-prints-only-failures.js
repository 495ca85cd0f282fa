console.assert(true, 'never');
console.assert(false);
console.assert(0, 'message %s', 'formatted');
console.assert(null, { an: 'object' });
console.log('went on');
