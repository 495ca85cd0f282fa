const { AsyncLocalStorage } = require('async_hooks');
const { setTimeout: sleep } = require('timers/promises');
const context = new AsyncLocalStorage();
const log = (text) => console.log(`[${context.getStore()?.id ?? '-'}] ${text}`);
const query = async (ms) => { await sleep(ms); log('query done'); };
const handle = (id, ms) => context.run({ id }, async () => { log('start'); await Promise.all([query(ms), query(ms + 40)]); log('end'); });
handle('a', 10);
handle('b', 30);
log('main');
