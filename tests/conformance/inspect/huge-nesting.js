// A structure whose text grows with every level: inspect stops in time.
const util = require('util');
let last = {};
const root = last;
for (let i = 0; i < 300; i++) {
  last.next = { circular: root, last, more: { a: 1, b: [i] } };
  last = last.next;
  root[i] = last;
}
const text = util.inspect(root, { depth: Infinity });
let sum = 0;
for (let i = 0; i < text.length; i += 9973) sum = (sum * 31 + text.charCodeAt(i)) % 1000003;
console.log(text.length, sum, text.slice(0, 200), text.slice(-200));
