setTimeout(() => console.log(process.argv.slice(2).join()), 100);
setInterval(() => {}, 1000);
process.on('SIGINT', () => console.log('no'));
