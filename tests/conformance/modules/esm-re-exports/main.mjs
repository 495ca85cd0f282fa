import * as hub from './hub.mjs';
console.log(Object.keys(hub), hub.renamed, hub.a, hub.space.b, hub.default);
