// @title  Six keys for four threads, and a file behind them
// @lesson Deriving keys, files, compression and name look-ups share the four threads of the pool. Six keys keep
// all of them busy, so the small file behind them is opened when the third key is done: the disk was idle, but
// there was no thread to ask it. Behind a single key the same file is there long before the key.

const crypto = require('crypto');
const fs = require('fs');

const order = [];

function derive(name, callback) {
  crypto.pbkdf2('password', 'salt', 100000, 64, 'sha512', (error) => {
    if (error) throw error;
    order.push(name);
    callback();
  });
}

function read(callback) {
  fs.readFile(__filename, (error) => {
    if (error) throw error;
    callback();
  });
}

function crowded() {
  for (let i = 1; i <= 6; i++) derive(`key ${i}`, whenCrowdIsDone);
  read(() => {
    console.log(order.length >= 3 ? 'the file had to wait for keys' : 'the file came first');
    order.push('file');
    whenCrowdIsDone();
  });
}

function whenCrowdIsDone() {
  if (order.length < 7) return;
  console.log('six keys and a file are done');
  order.length = 0;
  derive('key', () => console.log('and then the key'));
  read(() => console.log(order.length === 0 ? 'a single key keeps no file waiting' : 'the file came late'));
}

crowded();
