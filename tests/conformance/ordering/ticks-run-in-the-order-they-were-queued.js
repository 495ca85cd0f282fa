for (const name of ['a', 'b', 'c']) process.nextTick(() => console.log(name));
