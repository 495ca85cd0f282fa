// expect memory 3 --max-memory 128MiB
const kept = [];
for (;;) kept.push(new Array(1000).fill(1));
