console.log(String(new URLSearchParams({ a: 1, b: [1, 2] })), String(new URLSearchParams([['x', 'y'], ['x', 'z']])), String(new URLSearchParams(new Map([['m', 'n']]))), String(new URLSearchParams('?lead=1')));
console.log(String(new URLSearchParams({ sp: 'a b', sym: '~!*()\'-._', amp: '&=', uni: 'é' })));
try { new URLSearchParams([['one']]); } catch (error) { console.log(error.name, error.code, error.message); }
