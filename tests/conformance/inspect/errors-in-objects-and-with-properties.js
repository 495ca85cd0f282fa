const plain = (error) => { error.stack = `${error.name}: ${error.message}\n    at somewhere (file.js:1:1)`; return error; };
console.log({ error: plain(new Error('inside')) });
console.log([plain(new TypeError('listed'))]);
console.log(plain(Object.assign(new Error('with'), { code: 'E_CODE', details: { a: [1] } })));
const bare = new Error('no stack'); bare.stack = undefined; console.log(bare);
const empty = new Error(''); empty.stack = 'Error'; console.log(empty, { empty });
