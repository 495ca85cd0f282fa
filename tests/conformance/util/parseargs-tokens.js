const { parseArgs } = require('util');
const { tokens } = parseArgs({ args: ['-v', '--out=x', 'file', '--', 'rest'], options: { v: { type: 'boolean', short: 'v' }, out: { type: 'string' } }, allowPositionals: true, tokens: true });
for (const token of tokens) console.log(token);
