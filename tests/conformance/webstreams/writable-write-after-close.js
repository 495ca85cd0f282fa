// Node finds itself in a state it does not expect.
const writer = new WritableStream().getWriter();
writer.close();
setImmediate(() => {
  try {
    writer.write('late').catch((error) => console.log('rejected', error.code));
  } catch (error) {
    console.log('threw', error.code, error.message);
  }
});
