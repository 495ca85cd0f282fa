// @title  A cluster that replaces its dead
// @lesson The handbook's program (cluster.js), as printed there, and some clients. The primary starts a worker for
// each core and hands connections round; one request makes its worker exit, and the primary starts another.
// @cpus 4

const cluster = require('cluster');

require('./cluster.js');
if (cluster.isPrimary) require('./clients.js');
