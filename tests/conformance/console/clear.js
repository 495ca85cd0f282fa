// console.clear() writes to terminals only.
const { write } = process.stdout;
const written = [];
process.stdout.write = (text) => { written.push(text); return true; };
console.clear();
process.stdout.isTTY = true;
process.env.TERM = 'xterm';
console.clear();
process.stdout.write = write;
process.stdout.isTTY = false;
console.log(written);
