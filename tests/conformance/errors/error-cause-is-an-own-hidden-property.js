const error = new Error('outer', { cause: 'inner' });
console.log(error.cause, Object.keys(error), 'cause' in new Error('none'));
console.log(Object.getOwnPropertyDescriptor(error, 'cause'));
