console.log(process.version.startsWith('v20.'), process.versions.node === process.version.slice(1));
console.log(typeof process.versions.v8, typeof process.versions.uv, process.release.name);
console.log(process.platform, typeof process.arch, typeof process.pid, typeof process.ppid, process.title.length > 0);
