console.log('start');
missing();
