function here() { console.trace('at %s', 'this point'); }
here();
