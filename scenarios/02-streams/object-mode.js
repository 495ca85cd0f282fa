// @title  Object mode
// @lesson In object mode a chunk is any value, and the high-water mark counts them: 16 as a rule, whatever
// their size. Here it is 2, and the producer has to wait again and again.

const { Readable, Writable } = require('stream');

const orders = Readable.from(
  [1, 2, 3, 4, 5, 6].map((id) => ({ id, total: id * 10 })),
  { highWaterMark: 2 },
);

const shipping = new Writable({
  objectMode: true,
  highWaterMark: 2,
  write(order, encoding, callback) {
    console.log(`ships order ${order.id}, ${shipping.writableLength} in the buffer`);
    setTimeout(callback, 3);
  },
});

orders.pipe(shipping).on('finish', () => console.log('all shipped'));
