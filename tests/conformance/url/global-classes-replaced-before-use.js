console.log(delete globalThis.URL, typeof URL, 'URL' in globalThis);
EventTarget = 1;
console.log(EventTarget, new AbortController().signal.aborted, typeof require('url').URL);
(0, eval)('var CustomEvent = 2; function Event() {}');
console.log(CustomEvent, Event.name, Event.length, Object.keys(globalThis).includes('CustomEvent'));
globalThis.URL = 3;
console.log(URL, Object.keys(globalThis).includes('URL'));
