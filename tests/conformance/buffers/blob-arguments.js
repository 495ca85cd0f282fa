const attempt = async (run) => { try { console.log(await run()); } catch (error) { console.log(error.name, error.code, error.message); } };
const described = async (blob) => [blob, await blob.text()];
(async () => {
  const sources = [[], [undefined], [null], ['text'], [1], [[]], [{}], [['a', 1, null, undefined, {}, [2, 3], true]], [new Set(['a', 'b'])], [Buffer.from('xy')], [new ArrayBuffer(2)], [[new DataView(new ArrayBuffer(2))]],
    [[new Uint16Array([0x4142])]], [(function*() { yield 'generated'; })()], [new String('abc')], [() => 1], [['\ud800x\udc00']], [['\ufeffmark']], [[Symbol('s')]], [['x'], null], [['x'], 1], [['x'], () => 1],
    [['x'], { type: 1 }], [['x'], { type: 'A/B; é' }], [['x'], { type: 'TEXT/Plain' }], [['x'], { type: 'a\tb' }], [['a\r\nb\rc\n\r\nd'], { endings: 'native' }], [['a\r\nb'], { endings: 'transparent' }], [['x'], { endings: 'z' }], [['x'], { endings: null }]];
  for (const list of sources) await attempt(() => described(new Blob(...list)));
  const blob = new Blob(['hello ', 'world', new Blob(['!é'])], { type: 'text/plain' });
  for (const range of [[], [1], [1, 3], [-3], [-5, -2], [3, 1], [0, 100], ['2', '4'], [null, 2], [undefined, 4], [0, 5, 'a/B'], [0, 5, 'é'], [0, 1, null], [0, null], [1n], [Symbol('x')], [true]]) await attempt(() => described(blob.slice(...range)));
  for (const name of ['arrayBuffer', 'text', 'slice']) {
    for (const receiver of [{}, undefined]) await attempt(() => blob[name].call(receiver));
    let thrown = false;
    try { blob[name].call({})?.catch(() => {}); } catch { thrown = true; }
    console.log(name, thrown);
  }
  const bytes = new Uint8Array([65]);
  const copy = new Blob([bytes]);
  bytes[0] = 66;
  console.log(await copy.text(), await blob.slice(2, 13).slice(3, -1).text(), await blob.arrayBuffer());
  new Blob(['x'], { get type() { console.log('type is read'); return ''; }, get endings() { console.log('endings are read'); return 'native'; } });
  queueMicrotask = () => { console.log('patched'); };
  await attempt(() => new Blob(['a', 'b']).text());
})();
