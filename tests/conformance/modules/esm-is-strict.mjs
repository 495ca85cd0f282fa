try { undeclared = 1; } catch (error) { console.log(error.name, error.message); }
console.log((function () { return this; })(), this);
