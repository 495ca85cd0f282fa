const warning = new Error('my own');
warning.name = 'MyWarning';
process.on('warning', (got) => console.log(got === warning));
process.emitWarning(warning);
