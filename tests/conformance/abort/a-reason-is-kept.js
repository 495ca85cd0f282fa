const controller = new AbortController();
controller.abort(new Error('my reason'));
console.log(controller.signal.reason.message);
try { controller.signal.throwIfAborted(); } catch (error) { console.log('threw', error.message); }
console.log(AbortSignal.abort('why').reason, AbortSignal.abort().reason.name);
new AbortController().signal.throwIfAborted();
