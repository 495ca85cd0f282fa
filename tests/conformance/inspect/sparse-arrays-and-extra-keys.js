console.log([, 1, , , 2, ,]);
console.log(Object.assign([1, 2], { extra: true, '-1': 'minus' }));
console.log(new Array(5), [], [undefined], [null, , 1]);
const far = []; far[50] = 'x'; console.log(far);
