function helper() {
  const holder = { name: 'Holder', message: 'text' };
  Error.captureStackTrace(holder, helper);
  return holder.stack;
}
function caller() { return helper(); }
console.log(caller().split('\n').slice(0, 2).map((line) => line.replace(/\(.*[\\/]/, '(')).join('\n'));
