console.log({ text: 'one\ntwo', fn: function () { return 1; }, nested: { text: 'a\nb' } });
console.log(['one\ntwo', 'three']);
console.log({ a: [['x'.repeat(30), 'y'.repeat(30)], ['z'.repeat(30)]], b: new Set(['w'.repeat(50), 'v'.repeat(50)]) });
