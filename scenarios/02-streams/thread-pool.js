// @title  Six jobs for four threads
// @lesson File operations and compression run on the four threads of libuv's pool. Of six equal jobs four
// are begun at once, and two wait until a thread is free. UV_THREADPOOL_SIZE changes the number.

const zlib = require('zlib');

const jobs = 6;
const data = Buffer.alloc(256 * 1024, 'streams ');
let done = 0;

for (let i = 0; i < jobs; i++) {
  zlib.deflate(data, (error, packed) => {
    if (error) throw error;
    console.log(`${++done} of ${jobs} are done`);
  });
}
console.log('the main thread is free');
