const tick = () => new Promise((r) => setTimeout(r, 1));
async function inner() { await tick(); throw new Error('deep'); }
const o = { async m() { await inner(); }, n: async () => { await o.m() } };
async function mainFn() {
  const results = await Promise.all([1, 2].map(async (x) => {
    await o.n();
  }));
}
try { await mainFn(); } catch (e) { show(e); }

function show(error) {
  console.log(error.stack.split('\n').filter((line) => !line.includes('node:'))
    .map((line) => line.replace(/\(?(file:)?\/.*\//, '(')).join('\n'));
}
