const { parseArgs } = require('util');
const { values, positionals } = parseArgs({
  args: ['-f', '--bar', 'b', 'file', '--no-color', '--list', '1', '--list=2', '-abc', '--', '--raw'],
  options: { foo: { type: 'boolean', short: 'f' }, bar: { type: 'string' }, list: { type: 'string', multiple: true }, a: { type: 'boolean', short: 'a' }, b: { type: 'boolean', short: 'b' }, c: { type: 'boolean', short: 'c' }, 'no-color': { type: 'boolean' }, size: { type: 'string', default: 'big' } },
  allowPositionals: true,
});
console.log({ ...values }, positionals);
