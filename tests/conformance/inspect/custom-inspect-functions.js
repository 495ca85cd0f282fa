const util = require('util');
class Money {
  constructor(n) { this.n = n; }
  [util.inspect.custom](depth, options, inspect) { return options.stylize(`Money<${this.n}>`, 'special') + ` ${depth} ${typeof inspect} ${Object.keys(options).length > 10}`; }
}
console.log(new Money(5), [new Money(6)], { deep: { deeper: new Money(7) } });
console.log({ [util.inspect.custom]: () => ({ replaced: { by: 'an object' } }) }, { [util.inspect.custom]: 'not a function' });
console.log(util.inspect(new Money(8), { customInspect: false }), { [util.inspect.custom]: () => 'two\nlines' }, [{ [util.inspect.custom]: () => 'two\nlines' }]);
