Promise.resolve({ get then() { throw new Error('from getter'); } }).catch((error) => console.log(error.message));
Promise.resolve({ then: 42 }).then((value) => console.log(value));
console.log('sync');
