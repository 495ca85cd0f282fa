const show = (name) => (error) => console.log(name, error.code, error.message);
const thrown = new TransformStream({ transform() { throw new Error('in transform'); } });
const writer = thrown.writable.getWriter();
writer.write(1).catch(show('write'));
writer.closed.catch(show('closed'));
thrown.readable.getReader().read().catch(show('read'));
const flushed = new TransformStream({ flush() { throw new Error('in flush'); } });
flushed.writable.getWriter().close().catch(show('close'));
flushed.readable.getReader().closed.catch(show('flushed readable'));
let controller;
const own = new TransformStream({ start(given) { controller = given; } });
own.writable.getWriter().closed.catch(show('own writable'));
own.readable.getReader().read().catch(show('own readable'));
controller.error(new Error('by controller'));
try { controller.enqueue(1); } catch (error) { show('enqueue')(error); }
