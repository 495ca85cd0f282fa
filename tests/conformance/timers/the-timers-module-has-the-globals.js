const timers = require('timers');
for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate']) {
  console.log(name, timers[name] === globalThis[name], globalThis[name].name, globalThis[name].length);
}
console.log(timers.promises === require('timers/promises'));
