// The source is cancelled when both branches are, with both reasons.
const stream = new ReadableStream({ cancel(reason) { console.log('cancelled', reason); return 'x'; } });
const [one, two] = stream.tee();
one.cancel('first').then((value) => console.log('one', value));
setImmediate(() => {
  console.log('only one so far');
  two.cancel('second').then((value) => console.log('two', value));
});
