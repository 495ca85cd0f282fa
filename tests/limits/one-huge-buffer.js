// expect memory 3 --max-memory 128MiB
setTimeout(() => {
  Buffer.alloc(3e9);
}, 1);
