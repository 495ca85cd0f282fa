try { new AbortSignal(); } catch (error) { console.log(error.name, error.code, error.message); }
console.log(Object.prototype.toString.call(new AbortController()), Object.prototype.toString.call(new AbortController().signal));
