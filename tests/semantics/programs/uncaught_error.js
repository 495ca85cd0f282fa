// The report's last lines name Node's version since Node 17.
function fail() {
  throw new TypeError('on purpose');
}
console.log('before');
fail();
