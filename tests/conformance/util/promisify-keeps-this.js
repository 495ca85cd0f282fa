const { promisify } = require('util');
const counter = { n: 5, get(callback) { callback(null, this.n); } };
counter.getLater = promisify(counter.get);
counter.getLater().then(console.log);
