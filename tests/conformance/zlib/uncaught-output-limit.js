'use strict';

const zlib = require('zlib');
zlib.gunzipSync(zlib.gzipSync('more than two bytes'), { maxOutputLength: 2 });
