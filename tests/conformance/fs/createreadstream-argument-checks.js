const fs = require('fs');
const attempt = (...args) => {
  try {
    fs.createReadStream(...args).on('error', () => {});
    console.log('fine');
  } catch (error) {
    console.log(error.code, error.message);
  }
};
attempt();
attempt('x', 5);
attempt('x', 'nope');
attempt('x', { start: 'a' });
attempt('x', { start: -1 });
attempt('x', { start: 5, end: 3 });
attempt('x', { end: 'a' });
attempt('x', { end: 1.5 });
attempt('x', { highWaterMark: -1 });
attempt('x', { fs: {} });
attempt('x', { fd: 'a' });
attempt('x', { fd: -1 });
attempt('x\0');
