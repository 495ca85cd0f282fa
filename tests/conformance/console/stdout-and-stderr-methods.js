console.log('log');
console.info('info');
console.debug('debug');
console.error('error');
console.warn('warn');
console.dirxml({ a: 1 }, [2]);
