const params = new URLSearchParams('a=1&b=2&a=3&empty&plus=x+y&enc=%C3%A9');
console.log(params.get('a'), params.getAll('a'), params.has('b'), params.has('a', '3'), params.get('none'), params.get('empty'), params.get('plus'), params.get('enc'), params.size);
params.append('c', 'new'); params.set('a', 'only'); params.delete('b'); params.sort();
console.log(params.toString());
console.log([...params], [...params.keys()], [...params.values()]);
params.forEach((value, key) => console.log(key, value));
