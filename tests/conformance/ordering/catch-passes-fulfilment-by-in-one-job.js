Promise.resolve('kept').catch(() => console.log('never')).then(console.log);
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3));
