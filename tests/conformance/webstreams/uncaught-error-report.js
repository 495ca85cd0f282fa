// What a failing loop over a web stream looks like at the end.
(async () => {
  for await (const chunk of new ReadableStream({ pull() { throw new Error('no more'); } })) console.log(chunk);
})();
