const buffer = Buffer.from('hello');
console.log(buffer.toString('utf8', 1, 3), buffer.toString(undefined, 2), buffer.toString('hex', -5, 2), buffer.toString('utf8', 3, 1) === '', buffer.toLocaleString(), buffer.utf8Slice(0, 2), buffer.toString('utf8', 0, 99), String(buffer));
