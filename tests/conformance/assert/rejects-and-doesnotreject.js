const assert = require('assert');
(async () => {
  const show = async (run) => { try { await run(); console.log('passed'); } catch (error) { console.log(error.name, '|', error.message); } };
  await show(() => assert.rejects(Promise.reject(new Error('no')), /no/));
  await show(() => assert.rejects(async () => { throw new TypeError('t'); }, TypeError));
  await show(() => assert.rejects(Promise.resolve(1)));
  await show(() => assert.doesNotReject(Promise.reject(new Error('no'))));
  await show(() => assert.rejects(() => 5));
})();
