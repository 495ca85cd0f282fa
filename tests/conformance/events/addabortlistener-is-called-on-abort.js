const { addAbortListener } = require('events');
const controller = new AbortController();
const removed = addAbortListener(controller.signal, () => console.log('never'));
addAbortListener(controller.signal, (event) => console.log('aborted', event.type));
removed[Symbol.dispose]();
controller.abort();
