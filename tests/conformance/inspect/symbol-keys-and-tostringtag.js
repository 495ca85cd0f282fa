console.log({ [Symbol('key')]: 1, [Symbol()]: 2, [Symbol.for('shared')]: 'three' });
console.log({ get [Symbol.toStringTag]() { return 'Tag'; } });
class Tagged { get [Symbol.toStringTag]() { return 'Label'; } }
console.log(new Tagged(), Object.assign(new Tagged(), { a: 1 }));
const hidden = Object.defineProperty({}, Symbol('hidden'), { value: 1, enumerable: false });
console.log(hidden);
