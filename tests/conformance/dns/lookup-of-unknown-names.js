'use strict';

const dns = require('dns');
process.env.UV_THREADPOOL_SIZE = '1';
for (const options of [{}, { all: true }, 4]) {
  dns.lookup('no-such-name.invalid', options, (error, address, family) => {
    console.log(error.message, { ...error }, address, family, error instanceof Error, error.constructor.name);
  });
}
dns.promises.lookup('no-such-name.invalid').catch((error) => console.log('rejected', error.message, { ...error }));
