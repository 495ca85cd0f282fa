const { Writable } = require('stream');
const refusing = Writable.fromWeb(new WritableStream({ write() { throw new Error('refused'); } }));
refusing.write('x', (error) => console.log('callback', error?.message));
refusing.on('error', (error) => console.log('error', error.message));
refusing.on('close', () => console.log('close'));
const destroyed = Writable.fromWeb(new WritableStream({ abort(reason) { console.log('abort', reason.message); } }));
destroyed.on('error', (error) => console.log('destroyed', error.message));
destroyed.destroy(new Error('away'));
try { Writable.fromWeb({}); } catch (error) { console.log(error.code, error.message); }
