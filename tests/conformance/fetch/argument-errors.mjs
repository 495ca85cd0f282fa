// Wrong arguments reject, too.
const u = 'http://127.0.0.1:8080/';
const attempts = [
  [], ['nonsense'], ['http://'], ['/relative'], [u, 7], [u, { method: 'GET', body: 'x' }], [u, { method: 'HEAD', body: '' }],
  [u, { method: 'TRACE' }], [u, { method: 'connect' }], [u, { method: 'a b' }], [u, { method: '' }],
  [u, { headers: { 'a b': 'x' } }], [u, { headers: { a: 'x\ny' } }], [u, { headers: [['a']] }], [u, { headers: 'x' }],
  [u, { headers: { a: '\u20ac' } }], ['http://user:password@127.0.0.1/'], [u, { redirect: 'maybe' }], [u, { signal: 1 }],
  [u, { cache: 'never' }], [u, { mode: 'navigate' }], [u, { credentials: 'x' }],
  [u, { method: 'POST', body: new ReadableStream() }], [u, { duplex: 'full' }], [u, { referrer: 'nowhere' }],
];
for (const args of attempts) {
  let isSynchronous = true;
  const promise = fetch(...args);
  promise.catch((error) => console.log(isSynchronous, error.name, JSON.stringify(error.message), error.cause?.code));
  isSynchronous = false;
  await promise.catch(() => {});
}
