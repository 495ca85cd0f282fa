console.log('before');
if (true) return;
console.log('never');
