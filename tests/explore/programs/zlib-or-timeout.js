const { deflate } = require('zlib');
deflate('a'.repeat(100), () => console.log('deflated'));
setTimeout(() => console.log('timeout'), 1);
