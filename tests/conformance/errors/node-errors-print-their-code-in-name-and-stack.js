try { Buffer.alloc(-1); } catch (error) {
  console.log(error.name, error.code);
  console.log(error.toString());
  console.log(error.stack.split('\n')[0]);
  console.log(Object.keys(error));
}
