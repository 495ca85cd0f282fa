const { Readable } = require('stream');
const failing = new Readable({ read() { this.destroy(new Error('read failed')); } });
Readable.toWeb(failing).getReader().read().catch((error) => console.log('error', error.message));
const cut = new Readable({ read() {} });
Readable.toWeb(cut).getReader().read().catch((error) => console.log('cut', error.name, error.code, error.cause?.code));
cut.destroy();
const left = new Readable({ read() {} });
left.on('error', (error) => console.log('left', error));
left.on('close', () => console.log('left closed', left.destroyed));
Readable.toWeb(left).cancel(new Error('why')).then(() => console.log('cancelled'));
const over = Readable.from([]);
over.destroy();
console.log(Readable.toWeb(over));
try { Readable.toWeb({}); } catch (error) { console.log(error.code, error.message); }
