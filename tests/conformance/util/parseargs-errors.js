const { parseArgs } = require('util');
const attempts = [
  { args: ['--unknown'] }, { args: ['positional'] }, { args: ['--flag=x'], options: { flag: { type: 'boolean' } } },
  { args: ['--text'], options: { text: { type: 'string' } } }, { args: ['-x'] }, { args: [], options: { o: { type: 'wrong' } } },
];
for (const config of attempts) {
  try { parseArgs(config); } catch (error) { console.log(error.code, '|', error.message); }
}
console.log(parseArgs({ args: ['--any', '-v', 'p'], strict: false }));
