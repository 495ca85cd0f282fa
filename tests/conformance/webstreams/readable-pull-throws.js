const stream = new ReadableStream({ pull() { throw new TypeError('pull failed'); } });
const reader = stream.getReader();
reader.read().catch((error) => console.log('read', error.name, error.message));
reader.closed.catch((error) => console.log('closed', error.message));
