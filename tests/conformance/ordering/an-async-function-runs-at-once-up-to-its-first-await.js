async function inner() {
  console.log('inner start');
  await undefined;
  console.log('inner end');
}
async function outer() {
  console.log('outer start');
  await inner();
  console.log('outer end');
}
outer().then(() => console.log('then'));
console.log('sync');
