console.log(new Date(0), [new Date(86400000)], new Date(NaN), /a+b/gi, [/x/], { when: new Date(1e12) });
console.log(Object.assign(/r/, { extra: 1 }), Object.assign(new Date(0), { extra: 2 }));
class MyDate extends Date {} console.log(new MyDate(0));
