'use strict';

const os = require('os');
const attempt = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(error.name, error.code, error.message, error.info);
  }
};
console.log(os.getPriority(), os.getPriority(0), os.getPriority(process.pid));
os.setPriority(5);
console.log(os.getPriority(), os.getPriority(process.pid));
os.setPriority(0, 7);
os.setPriority(process.pid, os.constants.priority.PRIORITY_LOW);
console.log(os.getPriority());
for (const value of ['x', null, 1.5, {}, 2 ** 40]) attempt(() => os.getPriority(value));
for (const value of ['x', null, 1.5, 20, -21]) attempt(() => os.setPriority(0, value));
attempt(() => os.getPriority(4_000_000));
