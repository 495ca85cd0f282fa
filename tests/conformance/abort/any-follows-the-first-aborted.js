const one = new AbortController();
const two = new AbortController();
const any = AbortSignal.any([one.signal, two.signal]);
any.addEventListener('abort', () => console.log('any', any.reason));
console.log(any.aborted);
two.abort('two');
one.abort('one');
console.log(any.aborted, AbortSignal.any([AbortSignal.abort('early'), one.signal]).reason, AbortSignal.any([]).aborted);
