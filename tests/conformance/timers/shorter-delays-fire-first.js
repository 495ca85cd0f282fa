setTimeout(() => console.log('40'), 40);
setTimeout(() => console.log('20'), 20);
setTimeout(() => console.log('60'), 60);
setTimeout(() => console.log('0'), 0);
