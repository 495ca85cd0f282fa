'use strict';

const os = require('os');
const total = (cpu) => cpu.times.user + cpu.times.nice + cpu.times.sys + cpu.times.idle + cpu.times.irq;
const before = os.cpus();
setTimeout(() => {
  const after = os.cpus();
  console.log(after.every((cpu, core) => total(cpu) > total(before[core])), after.length === before.length);
}, 300);
