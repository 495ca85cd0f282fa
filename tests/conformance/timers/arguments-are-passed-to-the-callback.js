setTimeout((...args) => console.log('timeout', args), 1, 1, 'two', null);
setTimeout(function () { console.log('count', arguments.length); }, 10);
setTimeout(() => setImmediate((...args) => console.log('immediate', args), undefined, [1]), 20);
const interval = setInterval((a, b) => { console.log('interval', a, b); clearInterval(interval); }, 40, 'x', 'y');
