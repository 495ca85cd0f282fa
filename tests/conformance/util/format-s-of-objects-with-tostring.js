const { format } = require('util');
class Own { toString() { return 'own toString'; } }
class Inherits extends Own {}
console.log(format('%s', new Own()), format('%s', new Inherits()), format('%s', new Date(0)), format('%s', new (class Plain {})()));
console.log(format('%s', Object.create(null)), format('%s', { toString: 'no function' }), format('%s', { [Symbol.toPrimitive]: () => 'primitive' }));
