const error = new DOMException('text', 'AbortError');
console.log(error.name, error.code, error.message, error instanceof Error, DOMException.ABORT_ERR);
console.log(new DOMException('x').name, new DOMException('x').code, new DOMException('x', 'DataCloneError').code);
