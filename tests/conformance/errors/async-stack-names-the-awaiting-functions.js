async function inner() { await null; throw new Error('deep'); }
async function outer() { await inner(); }
outer().catch((error) => console.log(error.stack.split('\n').slice(0, 3).map((line) => line.replace(/\(.*[\\/]/, '(')).join('\n')));
