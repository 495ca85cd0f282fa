require('fs').readFile('/no/such/file', (error, data) => {
  console.log(error.code, error.syscall, error.errno, error.path, data);
  console.log(error.message);
});
