const { setTimeout: sleep } = require('timers/promises');
sleep(10, null, { signal: AbortSignal.abort() }).catch((error) => console.log(error.name, error.cause.name));
sleep(10, null, { signal: 'x' }).catch((error) => console.log(error.code));
sleep(10, null, { ref: 'x' }).catch((error) => console.log(error.code, error.message));
