'use strict';

// A stream of the first kind in a pipeline is not listened to before its reader asks.
const { Stream, pipeline } = require('stream');

const failing = new Stream();
failing.destroy = () => console.log('destroy');
process.nextTick(() => failing.emit('error', new Error('broken')));
pipeline(failing, async () => {}, (error) => console.log('not read:', error.message));

const source = new Stream();
source.close = () => console.log('close');
process.nextTick(() => {
  source.emit('data', 'a');
  source.emit('data', 'b');
  source.emit('end');
});
pipeline(source, async (chunks) => {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}, (error, value) => console.log('read:', error, value));
