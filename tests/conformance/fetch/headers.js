// The class by itself.
const h = new Headers({ 'X-One': ' 1 ', two: 2 });
h.append('x-one', 'again');
h.append('Set-Cookie', 'a=1');
h.append('set-cookie', 'b=2');
h.append('cookie', 'a');
h.append('cookie', 'b');
console.log(h, [...h], h.get('X-ONE'), h.get('none'), h.has('TWO'), h.getSetCookie());
console.log([...h.keys()], [...h.values()], [...h.entries()].length, `${h}`);
h.set('X-ONE', 'new');
h.delete('two');
h.delete('set-cookie');
console.log([...h], h.getSetCookie());
h.forEach(function(value, name, all) { console.log(name, value, all === h, this === globalThis); });
console.log([...new Headers([['b', '1'], ['a', '2'], ['b', '3']])], [...new Headers(new Map([['m', 'p']]))], [...new Headers(h)]);
console.log(Object.prototype.toString.call(h.entries()), typeof h[Symbol.iterator], Headers.length, Object.keys(Headers.prototype));
for (const attempt of [
  () => new Headers(null), () => new Headers(5), () => new Headers([['a']]), () => new Headers({ 'a b': '' }), () => h.append('a'),
  () => h.get(), () => h.set('ok', 'x\0'), () => h.has('é'), () => h.append('a', '\u20ac'), () => Headers.prototype.get.call({}, 'a'),
]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, JSON.stringify(error.message), error.code);
  }
}
