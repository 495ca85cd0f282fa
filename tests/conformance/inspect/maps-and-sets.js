console.log(new Map(), new Set(), new Map([['a', 1], [{ k: 1 }, [2]]]), new Set([1, 'two', { three: 3 }]));
console.log(new Map([['nested', new Map([['deep', new Set([1])]])]]));
console.log(Object.assign(new Set([1]), { extra: 'yes' }), new WeakMap(), new WeakSet());
console.log(new Map([['key', 'v'.repeat(40)], ['other key', 'w'.repeat(40)]]));
