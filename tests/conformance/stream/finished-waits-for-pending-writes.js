'use strict';

// finished(stream, { readable: false }) on an ended stream calls back only when its writes are done.
const { Duplex, Writable, finished } = require('stream');

const show = (name) => (error) => console.log(name, error?.message);

function slowly(name) {
  return (chunk, encoding, callback) => setImmediate(() => {
    console.log('written', name);
    callback();
  });
}

const duplex = new Duplex({ read() {}, write: slowly('duplex') });
duplex.end('a');
finished(duplex, { readable: false }, show('duplex'));

const synchronous = new Duplex({ read() {}, write(chunk, encoding, callback) { callback(); } });
synchronous.end('a');
finished(synchronous, { readable: false }, show('synchronous duplex'));

const writable = new Writable({ autoDestroy: false, write: slowly('writable') });
writable.end('a');
finished(writable, { readable: false }, show('writable'));

const final = new Duplex({
  read() {},
  write: slowly('final'),
  final(callback) {
    setImmediate(() => {
      console.log('final');
      callback();
    });
  },
});
final.end('a');
finished(final, { readable: false }, show('duplex with final'));

const foreign = { _writableState: {}, writable: false, on() {}, write() {}, removeListener() {} };
finished(foreign, { readable: false }, show('somebody else\'s'));
