console.table('text');
console.table(5);
console.table(null);
try { console.table([], 'x'); } catch (error) { console.log(error.code); }
