console.log(new AbortController().signal, AbortSignal.abort('why'));
console.log(new AbortController());
console.log(new EventTarget());
