const attempts = [
  () => { let nothing; nothing.name; },
  () => { const empty = null; empty.size; },
  () => { let nothing; nothing.a.b; },
  () => { const box = {}; box.inner.value; },
  () => { const box = {}; box.run(); },
  () => { const list = [1]; list.missing(); },
  () => { let nothing; nothing(); },
  () => { null.x = 1; },
  () => { undefined['key']; },
];
for (const attempt of attempts) {
  try { attempt(); } catch (error) { console.log(error.name + ': ' + error.message); }
}
