const { gzip, deflate } = require('zlib');
gzip('some text', () => console.log('gzip'));
deflate('some text', () => console.log('deflate'));
