// expect memory 3 --max-memory 128MiB
const map = new Map();
for (let i = 0; ; i++) map.set(i, { i });
