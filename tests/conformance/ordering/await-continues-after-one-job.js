async function waiting() {
  console.log('before await');
  await null;
  console.log('after await');
}
waiting();
Promise.resolve().then(() => console.log('job 1')).then(() => console.log('job 2'));
console.log('sync');
