console.log(function named() {}, function () {}, () => {}, async () => {}, function* gen() {}, async function* agen() {});
console.log({ method() {}, arrow: () => {}, async later() {}, *items() {} });
console.log(Object.assign(function withProps() {}, { a: 1, b: { c: 2 } }), Math.max, class A { static x = 1; });
const bound = function original() {}.bind(null);
console.log(bound, Object.setPrototypeOf(function noProto() {}, null));
