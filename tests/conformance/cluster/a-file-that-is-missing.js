'use strict';

const { fork } = require('child_process');
const child = fork(`${__dirname}/no-such-file.js`, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
child.on('error', (error) => console.log('error', error));
child.on('exit', (code, signal) => console.log('exit', code, signal));
child.on('disconnect', () => console.log('disconnect'));
