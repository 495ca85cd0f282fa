// While pull()'s promise is pending no second pull() is made, but it is remembered.
let count = 0;
const stream = new ReadableStream({
  pull(controller) {
    const n = ++count;
    console.log('pull', n);
    controller.enqueue(n);
    return new Promise((resolve) => setTimeout(() => { console.log('pulled', n); resolve(); }, 2));
  },
}, { highWaterMark: 0 });
const reader = stream.getReader();
for (let i = 0; i < 3; i++) reader.read().then(({ value }) => console.log('got', value));
