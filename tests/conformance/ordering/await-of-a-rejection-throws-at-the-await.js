(async () => {
  try {
    console.log('awaiting');
    await Promise.reject(new Error('no'));
    console.log('never');
  } catch (error) {
    console.log('caught', error.message);
  } finally {
    console.log('finally');
  }
  return 'end';
})().then(console.log);
Promise.resolve().then(() => console.log('job'));
