const a = new BroadcastChannel('news');
const b = new BroadcastChannel('news');
const c = new BroadcastChannel('news');
const other = new BroadcastChannel('weather');
let left = 2;
const done = () => { if (--left === 0) for (const each of [a, b, c, other]) each.close(); };
a.onmessage = () => console.log('never');
other.onmessage = () => console.log('never');
b.onmessage = (event) => {
  console.log('b', event.data, event.constructor.name, event.target === b);
  done();
};
c.addEventListener('message', (event) => {
  console.log('c', event.data);
  done();
});
a.postMessage({ text: 'hello' });
console.log(a.name, a);
