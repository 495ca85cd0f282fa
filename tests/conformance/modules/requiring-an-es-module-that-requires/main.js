process.on('warning', () => {});
try {
  require('./needs-require.mjs');
} catch (error) {
  console.log(error.message);
}
