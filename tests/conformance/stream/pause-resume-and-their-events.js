'use strict';

const { Readable } = require('stream');
const r = Readable.from(['a', 'b', 'c', 'd']);
for (const e of ['pause', 'resume', 'end', 'close']) r.on(e, () => console.log(e, r.readableFlowing, r.isPaused()));
r.on('data', (c) => {
  console.log('data', c);
  if (c === 'b') {
    r.pause();
    setTimeout(() => { console.log('later'); r.resume(); }, 5);
  }
});
