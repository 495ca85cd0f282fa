const stream = ReadableStream.from(['a', 'b']);
const iterator = stream.values();
console.log(Object.keys(iterator), typeof iterator.next, typeof iterator.return, typeof iterator.throw);
console.log(iterator[Symbol.asyncIterator]() === iterator);
console.log(ReadableStream.prototype.values === ReadableStream.prototype[Symbol.asyncIterator]);
// Calls that overlap are answered in order.
iterator.next().then((r) => console.log(1, r));
iterator.next().then((r) => console.log(2, r));
iterator.return('bye').then((r) => console.log(3, r));
iterator.next().then((r) => console.log(4, r));
iterator.return('again').then((r) => console.log(5, r));
