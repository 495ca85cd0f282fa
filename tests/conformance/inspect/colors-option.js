const util = require('util');
console.log(JSON.stringify(util.inspect({ n: 1, s: 'x', b: true, u: undefined, z: null, y: Symbol('q'), d: new Date(0), r: /x/, f() {}, big: 1n, get g() { return 1; } }, { colors: true })));
console.log(Object.keys(util.inspect.styles), util.inspect.colors.red, util.inspect.defaultOptions.depth);
console.log(JSON.stringify(util.inspect([class A {}, new Map([['k', 'v']]), [[[[]]]]], { colors: true })));
