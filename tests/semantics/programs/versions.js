console.log(process.version);
console.log(process.release.name, process.release.lts);
console.log(JSON.stringify(process.versions, null, 1));
