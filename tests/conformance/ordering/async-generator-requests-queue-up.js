async function* numbers() {
  console.log('started');
  yield 1;
  yield 2;
  return 3;
}
const iterator = numbers();
for (let i = 0; i < 4; i++) iterator.next().then((result) => console.log(JSON.stringify(result)));
console.log('asked four times');
