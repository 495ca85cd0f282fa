for (let i = 0; i < 2; i++) {
  try { require('./fails'); } catch (error) { console.log(error.message); }
}
console.log(Object.keys(require.cache).length);
