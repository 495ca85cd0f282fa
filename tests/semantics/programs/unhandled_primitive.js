Promise.reject(null);
setTimeout(() => console.log('still here'), 10);
