const error = new Error('with code');
error.code = 'E_MINE';
throw error;
