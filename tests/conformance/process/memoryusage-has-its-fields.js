console.log(Object.keys(process.memoryUsage()).join(' '));
console.log(Object.values(process.memoryUsage()).every((value) => Number.isInteger(value) && value >= 0), typeof process.memoryUsage.rss());
