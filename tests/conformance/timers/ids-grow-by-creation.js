const a = setTimeout(() => {}, 1);
const b = setTimeout(() => {}, 1);
console.log(b > a, `${a}` === String(+a));
