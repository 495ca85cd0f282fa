// for await takes the lock and gives it back; leaving early cancels.
const make = () => new ReadableStream({
  start(controller) { for (const x of [1, 2, 3]) controller.enqueue(x); controller.close(); },
  cancel(reason) { console.log('cancel', reason); },
});
(async () => {
  const whole = make();
  for await (const x of whole) console.log(x, whole.locked);
  console.log(whole);
  const left = make();
  for await (const x of left) { console.log(x); break; }
  console.log(left);
  const kept = make();
  for await (const x of kept.values({ preventCancel: true })) { console.log(x); break; }
  console.log(kept);
  for await (const x of kept) console.log('rest', x);
  try {
    for await (const x of make()) throw new Error(`at ${x}`);
  } catch (error) {
    console.log(error.message);
  }
})();
