const timer = setTimeout(() => console.log('never'), 10);
const number = +timer;
console.log(typeof number, Number.isInteger(number));
clearTimeout(number);
const other = setTimeout(() => console.log('never'), 10);
clearTimeout(String(+other));
const interval = setInterval(() => console.log('never'), 10);
clearTimeout(interval[Symbol.toPrimitive]());
