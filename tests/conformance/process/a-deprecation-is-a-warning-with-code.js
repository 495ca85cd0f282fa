process.on('warning', (warning) => console.log(warning.name, warning.code));
process.emitWarning('do not use', 'DeprecationWarning', 'DEP_X');
