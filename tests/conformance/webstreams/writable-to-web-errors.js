const { Writable } = require('stream');
const failing = new Writable({ write(chunk, encoding, callback) { callback(new Error('disk full')); } });
const writer = Writable.toWeb(failing).getWriter();
writer.write('x').then(() => console.log('x done'), (error) => console.log('x', error.message));
writer.closed.catch((error) => console.log('closed', error.message));
const aborted = new Writable({ write() {} });
aborted.on('error', (error) => console.log('node error', error.message));
aborted.on('close', () => console.log('node closed'));
Writable.toWeb(aborted).abort(new Error('stop')).then(() => console.log('aborted'));
const cut = new Writable({ write() {} });
Writable.toWeb(cut).getWriter().closed.catch((error) => console.log('cut', error.name, error.cause?.code));
cut.destroy();
try { Writable.toWeb({}); } catch (error) { console.log(error.code, error.message); }
