process.env.LOOP_TEST = 42;
console.log(typeof process.env.LOOP_TEST, process.env.LOOP_TEST, 'LOOP_TEST' in process.env);
process.env.LOOP_EMPTY = undefined;
console.log(process.env.LOOP_EMPTY === 'undefined', process.env.NOT_THERE);
delete process.env.LOOP_TEST;
console.log(process.env.LOOP_TEST, Object.keys(process.env).includes('LOOP_EMPTY'));
