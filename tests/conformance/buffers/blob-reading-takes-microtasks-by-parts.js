const blob = (...parts) => new Blob(parts);
let seed = 11;
function below(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
function randomBlob(depth) {
  const parts = [];
  const names = [];
  for (let count = below(4); count > 0; count--) {
    const [part, name] = depth > 0 && below(3) === 0 ? randomBlob(depth - 1) : [['', 'a', 'ab', 'abc'][below(4)]];
    parts.push(part);
    names.push(name ?? JSON.stringify(part));
  }
  const made = new Blob(parts);
  if (below(3) > 0) return [made, `blob(${names})`];
  const range = [below(made.size + 1), below(made.size + 1)];
  return [made.slice(...range), `blob(${names}).slice(${range})`];
}
async function microtasks(promise) {
  let count = 0;
  let done = false;
  promise.then(() => { done = true; });
  while (!done) {
    await null;
    count++;
  }
  return count;
}
(async () => {
  const plain = { none: blob(), empty: blob(''), one: blob('a'), two: blob('a', 'b'), nested: blob(blob('a', 'b'), 'c'), large: blob('x'.repeat(200000)) };
  for (const name in plain) console.log(name, await microtasks(plain[name].arrayBuffer()), await microtasks(plain[name].text()));
  for (let i = 0; i < 200; i++) {
    const [made, name] = randomBlob(2);
    console.log(name, made.size, await microtasks(made.arrayBuffer()), await microtasks(made.text()), await made.text());
  }
})();
