process.on('unhandledRejection', (reason) => console.log(reason));
Promise.reject(1);
(async () => { await 0; throw 3; })();
new Promise((_, reject) => reject(2));
