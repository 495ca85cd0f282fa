'use strict';

const os = require('os');
console.log(Object.keys(os));
for (const name of Object.keys(os)) console.log(name, typeof os[name], os[name].length, os[name][Symbol.toPrimitive] === os[name]);
for (const name of ['constants', 'EOL', 'devNull']) {
  const { value, ...attributes } = Object.getOwnPropertyDescriptor(os, name);
  console.log(name, attributes);
}
console.log(os.constants);
