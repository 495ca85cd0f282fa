console.log([new Number(3), new String('abc'), new Boolean(false), Object(Symbol('s')), Object(5n), new Number(-0)]);
console.log(Object.assign(new String('abc'), { extra: 1 }), Object.assign(new Number(1), { a: 2 }));
