'use strict';

// What a stream calls back for its own sake runs in the context it was made in.
const zlib = require('zlib');
const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
const log = (what) => () => console.log(what, storage.getStore());
const stream = storage.run('made', () => zlib.createGzip());
storage.run('listens', () => stream.on('data', log('data')).on('end', log('end')));
storage.run('writes', () => stream.write('a', log('written')));
storage.run('ends', () => stream.end(() => {
  log('ended')();
  storage.run('calls', () => zlib.gzip('x', log('called back')));
}));
