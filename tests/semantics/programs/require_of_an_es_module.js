// since node18
// require() of an ES module: an error before Node 20.19 and 22.12.
try {
  const namespace = require('./parts/answer.mjs');
  console.log(Object.keys(namespace), namespace.default, namespace.answer);
} catch (error) {
  console.log(error.name, error.code);
}
