process.nextTick((a, b, ...rest) => console.log(a, b, rest), 1, 'two', [3], { four: 4 });
process.nextTick(function () { console.log(arguments.length); });
