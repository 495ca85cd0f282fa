const sizes = [];
const bytes = new WritableStream({}, new ByteLengthQueuingStrategy({ highWaterMark: 10 }));
const writer = bytes.getWriter();
console.log(writer.desiredSize);
writer.write(new Uint8Array(4));
console.log(writer.desiredSize);
writer.write(new Uint8Array(8));
console.log(writer.desiredSize);
const own = new WritableStream({}, { highWaterMark: 3, size(chunk) { sizes.push(chunk); return chunk.length; } }).getWriter();
own.write('ab');
console.log(own.desiredSize, sizes);
const infinite = new WritableStream({}, { highWaterMark: Infinity }).getWriter();
console.log(infinite.desiredSize);
for (const size of [NaN, -1, Infinity, 'x']) {
  const w = new WritableStream({}, { size: () => size }).getWriter();
  w.write('x').catch((error) => console.log(size, error.name, error.code, error.message));
  w.closed.catch(() => {});
}
console.log(new CountQueuingStrategy({ highWaterMark: '7' }).highWaterMark, new CountQueuingStrategy({ highWaterMark: 1 }).size.name);
console.log(new CountQueuingStrategy({ highWaterMark: 1 }).size === new CountQueuingStrategy({ highWaterMark: 2 }).size);
