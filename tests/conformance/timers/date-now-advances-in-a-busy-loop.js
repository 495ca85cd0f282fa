const started = Date.now();
while (Date.now() - started < 20);
console.log(Date.now() - started >= 20);
setTimeout(() => console.log(Date.now() - started >= 29), 10);
