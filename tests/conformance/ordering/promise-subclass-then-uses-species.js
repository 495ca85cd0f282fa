class Logged extends Promise {
  then(onOk, onFail) { console.log('then'); return super.then(onOk, onFail); }
}
const derived = Logged.resolve(1).then((value) => value + 1);
console.log(derived instanceof Logged);
(async () => console.log('await', await derived))();
