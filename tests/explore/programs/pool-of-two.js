process.env.UV_THREADPOOL_SIZE = 2;
const { stat } = require('fs');
for (const name of ['one', 'two', 'three']) stat(__filename, () => console.log(name));
