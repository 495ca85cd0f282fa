// A "main" that leads nowhere: the index is taken with a warning, or nothing.
process.on('warning', (warning) => console.log(warning.name, warning.code, warning.message.replace(__dirname, '')));
console.log(require('./package'));
try {
  require('./empty');
} catch (error) {
  console.log(error.code, error.path.replace(__dirname, ''), error.requestPath.replace(__dirname, ''));
  console.log(error.message.replace(__dirname, ''));
}
Object.defineProperty(Object.prototype, 'main', { get() { console.log('main of Object.prototype'); } });
console.log(require('./package/'));
const sys = require('sys');
console.log(sys === require('util'));
