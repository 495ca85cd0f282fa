const immediate = setImmediate(() => console.log('never'));
clearImmediate(immediate);
console.log(immediate._destroyed);
