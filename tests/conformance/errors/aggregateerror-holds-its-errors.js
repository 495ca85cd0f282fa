const error = new AggregateError([new Error('a'), new TypeError('b')], 'both');
console.log(error.name, error.message, error.errors.length, error instanceof Error);
console.log(Object.getOwnPropertyDescriptor(error, 'errors').enumerable);
