for (const value of [undefined, null, 'x', {}]) {
  try { process.nextTick(value); } catch (error) { console.log(error.code, error.message); }
}
