const { log, error } = console;
log('bound log');
error('bound error');
['a', 'b'].forEach(console.log);
