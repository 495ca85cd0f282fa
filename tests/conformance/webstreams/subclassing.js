class Numbers extends ReadableStream {
  constructor(limit) {
    let n = 0;
    super({ pull(controller) { controller.enqueue(++n); if (n === limit) controller.close(); } });
    this.limit = limit;
  }
}
class Upper extends TransformStream {
  constructor() { super({ transform(chunk, controller) { controller.enqueue(String(chunk) + '!'); } }); }
}
(async () => {
  const numbers = new Numbers(2);
  console.log(numbers instanceof ReadableStream, numbers.constructor.name, numbers);
  for await (const chunk of numbers.pipeThrough(new Upper())) console.log(chunk);
  class Sink extends WritableStream { get kind() { return 'mine'; } }
  console.log(new Sink().kind, new Sink());
})();
