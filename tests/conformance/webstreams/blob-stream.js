const blob = new Blob(['hello', new Uint8Array([1, 2, 3]), '', new Blob(['x', 'y'])]);
(async () => {
  console.log(blob.stream());
  for await (const chunk of blob.stream()) console.log(chunk);
  const reader = blob.stream().getReader({ mode: 'byob' });
  for (let i = 0; i < 7; i++) console.log(await reader.read(new Uint8Array(4)));
  for await (const chunk of new Blob([]).stream()) console.log('never', chunk);
  for await (const chunk of blob.slice(2, 6).stream()) console.log('slice', chunk);
  await blob.stream().cancel('x');
  try { Blob.prototype.stream.call({}); } catch (error) { console.log(error.code); }
})();
