const { stat } = require('fs');
for (const name of ['a', 'b'])
  stat(__filename, () => {
    console.log(name);
    process.nextTick(() => console.log(name, 'tick'));
    setImmediate(() => console.log(name, 'immediate'));
  });
