const usage = process.cpuUsage();
console.log(Object.keys(usage), Object.values(usage).every((value) => value >= 0));
