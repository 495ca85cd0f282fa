class MyError extends Error {}
const first = (error) => require('util').inspect(error).split('\n')[0];
console.log(first(new MyError('sub')), '|', first(Object.assign(new Error('named'), { name: 'Renamed' })), '|', first(new RangeError('r')));
const changed = new Error('before'); changed.message = 'after'; console.log(first(changed));
const typed = new TypeError('t'); typed.name = 'Other'; console.log(first(typed));
const coded = new Error('c'); coded.code = 'X1'; console.log(first(coded));
console.log(first(Object.setPrototypeOf(new Error('null proto'), null)));
