function deep(n) { if (n === 0) throw new Error('limit'); deep(n - 1); }
for (const limit of [0, 1, 3]) {
  Error.stackTraceLimit = limit;
  try { deep(10); } catch (error) { console.log(limit, error.stack.split('\n').length); }
}
