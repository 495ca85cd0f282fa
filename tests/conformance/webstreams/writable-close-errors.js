const show = (name) => (error) => console.log(name, error.code, error.message);
const stream = new WritableStream();
const writer = stream.getWriter();
stream.close().catch(show('locked close'));
stream.abort().catch(show('locked abort'));
try { stream.getWriter(); } catch (error) { show('second writer')(error); }
writer.close().then(() => console.log('closed'));
writer.close().catch(show('second close'));
setImmediate(() => {
  writer.close().catch(show('close when closed'));
  writer.abort('late').then((value) => console.log('abort when closed', value));
  writer.releaseLock();
  writer.closed.catch(show('released'));
  writer.write('x').catch(show('write when released'));
  try { writer.desiredSize; } catch (error) { show('desiredSize')(error); }
  stream.close().catch(show('stream close'));
});
