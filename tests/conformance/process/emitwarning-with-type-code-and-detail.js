process.emitWarning('old thing', { type: 'CustomWarning', code: 'W001', detail: 'more about it' });
process.emitWarning('short form', 'OtherWarning', 'W002');
process.on('warning', (warning) => console.log(warning.name, warning.code, warning.detail));
