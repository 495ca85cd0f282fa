console.log(String(new Error('m')), String(new Error()), String(new TypeError('t')));
const odd = new Error('m'); odd.name = ''; console.log(String(odd));
odd.name = 'N'; odd.message = ''; console.log(String(odd));
console.log(Error.prototype.toString.call({ name: 'X', message: 'y' }));
