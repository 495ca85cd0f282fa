Error.prepareStackTrace = (error, sites) => `${error.message} ${sites[0].getFunctionName()} ${sites[0].getLineNumber()}`;
function where() { return new Error('here').stack; }
console.log(where());
