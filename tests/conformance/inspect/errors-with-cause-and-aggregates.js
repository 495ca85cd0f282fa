const plain = (error) => { error.stack = `${error.name}: ${error.message}\n    at somewhere (file.js:1:1)`; return error; };
console.log(plain(new Error('outer', { cause: plain(new Error('inner', { cause: 'text' })) })));
console.log(plain(new AggregateError([plain(new Error('one')), 'two'], 'many')));
const error = plain(new Error('self')); error.self = error; console.log(error);
