console.log('before');
throw new Error('module body');
