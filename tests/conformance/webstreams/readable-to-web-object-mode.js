const { Readable } = require('stream');
const stream = Readable.toWeb(Readable.from(['a', 'b', 'c'], { highWaterMark: 2 }));
const reader = stream.getReader();
(async () => { for (let i = 0; i < 4; i++) console.log(await reader.read()); })();
const own = Readable.toWeb(Readable.from([1, 2]), { strategy: { highWaterMark: 5 } });
own.cancel('no').then(() => console.log('cancelled', own));
