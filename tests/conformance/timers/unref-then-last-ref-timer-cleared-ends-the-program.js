const keeper = setTimeout(() => console.log('never'), 1000);
setTimeout(() => console.log('never'), 900).unref();
setTimeout(() => { console.log('clearing'); clearTimeout(keeper); }, 10);
