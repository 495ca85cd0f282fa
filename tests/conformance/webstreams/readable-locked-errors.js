const stream = new ReadableStream();
const reader = stream.getReader();
for (const act of [() => stream.getReader(), () => stream.tee(), () => stream.values(),
                   () => stream.pipeThrough(new TransformStream())]) {
  try { act(); } catch (error) { console.log(error.name, error.code, error.message); }
}
stream.cancel().catch((error) => console.log('cancel', error.code, error.message));
stream.pipeTo(new WritableStream()).catch((error) => console.log('pipeTo', error.code, error.message));
console.log(reader.constructor === ReadableStreamDefaultReader);
