// The transformer is told when the readable side is cancelled or the writable side aborted.
const make = (name) => new TransformStream({
  cancel(reason) { console.log(name, 'cancel', reason); },
  flush() { console.log(name, 'flush'); },
});
const one = make('one');
const writer = one.writable.getWriter();
writer.closed.catch((reason) => console.log('writable', reason));
one.readable.cancel('not needed').then(() => { console.log('cancelled'); });
const two = make('two');
two.readable.getReader().closed.catch((reason) => console.log('readable', reason));
two.writable.abort('broken').then(() => console.log('aborted'));
