'use strict';
const fail = (work) => { try { work(); } catch (error) { console.log(error.message); } };
class Plain { get a() { return 1; } set() { this.a = 2; } }
class Told { get a() { return 1; } toString() { return 'told'; } set() { this.a = 2; } }
const url = new URL('http://h');
const params = new URLSearchParams();
const plain = new Plain();
const told = new Told();
fail(() => { url.origin = 'x'; });
fail(() => { params.size = 1; });
fail(() => { plain.a = 1; });
fail(() => { told.a = 1; });
fail(() => { plain.set(); });
fail(() => { told.set(); });
fail(() => { const date = new Date(); Object.defineProperty(date, 'a', { get() {} }); date.a = 1; });
