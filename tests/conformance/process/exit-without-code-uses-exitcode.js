process.exitCode = 6;
setImmediate(() => process.exit());
process.on('exit', (code) => console.log(code));
