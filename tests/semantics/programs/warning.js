// process.emitWarning(), with the advice that came in Node 14.
process.emitWarning('careful');
process.emitWarning('old', 'DeprecationWarning', 'DEP9999');
process.emitWarning('again', { type: 'CustomWarning', code: 'W001', detail: 'some detail' });
