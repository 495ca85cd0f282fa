const timeout = setTimeout(() => {}, 10);
setTimeout(() => {}, 20).unref();
const immediate = setImmediate(() => {});
console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate'));
clearTimeout(timeout);
clearImmediate(immediate);
console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate'));
