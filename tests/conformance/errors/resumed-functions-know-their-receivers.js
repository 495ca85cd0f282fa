// An async function that goes on after an await is named after what it was called on.
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const tail = (e) => console.log(e.stack.split('\n').slice(1).filter((l) => !l.includes('node:')).map((l) => l.trim()).join(' | '));
class Repo { async find() { await sleep(1); throw new Error('x'); } static async s() { await null; throw new Error('s'); } #p = async () => { await null; throw new Error('p'); }; async q() { await this.#p(); } f = async () => { await null; throw new Error('field'); }; }
class Service { constructor() { this.repo = new Repo(); } async get() { return await this.repo.find(); } }
const handler = { async run() { await new Service().get(); }, arrow: async () => { await Repo.s(); } };
setTimeout(async () => { try { await handler.run(); } catch (e) { tail(e); } }, 1);
setTimeout(() => setImmediate(async () => { try { await handler.arrow(); } catch (e) { tail(e); } }), 40);
(async function main() { try { await new Repo().q(); } catch (e) { tail(e); } try { await new Repo().f(); } catch (e) { tail(e); } })();
exports.find = async function () { await null; throw new Error('exp'); };
(async () => { try { await exports.find(); } catch (e) { tail(e); } })();
async function plain() { await null; throw new Error('plain'); }
setTimeout(async function cb() { try { await plain(); } catch (e) { tail(e); } await Promise.all([plain()]).catch(tail); }, 20);
process.on('x', async () => { try { await plain(); } catch (e) { tail(e); } }); process.emit('x');
Repo.prototype.late = async function () { await null; throw new Error('late'); }; new Repo().late().catch(tail);
const obj = { deep: { async m() { await plain(); } } }; obj.deep.m().catch(tail);
