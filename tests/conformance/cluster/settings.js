'use strict';

const cluster = require('cluster');

if (cluster.isPrimary) {
  cluster.on('setup', (settings) => console.log('setup', settings.args, settings.silent, settings === cluster.settings));
  console.log(cluster.settings);
  cluster.setupPrimary({ args: ['first'], silent: false });
  cluster.fork().on('message', (message) => console.log(1, message));
  cluster.setupPrimary({ args: ['second'] });
  console.log(Object.keys(cluster.settings).sort(), cluster.settings.exec === __filename);
  cluster.once('exit', () => {
    cluster.setupMaster({ execArgv: ['--no-warnings'], serialization: 'advanced' });
    cluster.fork().on('message', (message) => console.log(2, message));
  });
} else {
  process.send([process.argv.slice(2), process.execArgv, new Map([[1, 2]])]);
  process.disconnect();
}
