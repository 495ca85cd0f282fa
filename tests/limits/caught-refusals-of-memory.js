// expect memory 5 --max-memory 128MiB
const kept = [];
let text = 'text';
for (;;) {
  try { kept.push(Buffer.from(text += text)); } catch {}
}
