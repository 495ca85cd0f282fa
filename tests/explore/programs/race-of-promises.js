const { stat } = require('fs').promises;
const { setTimeout: delay } = require('timers/promises');
Promise.race([stat(__filename).then(() => 'stat'), delay(1, 'delay')]).then((first) => console.log(first, 'first'));
