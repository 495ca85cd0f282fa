// The class by itself.
async function main() {
  console.log(new Request('http://a/b?c#d', { headers: { x: 'y' }, cache: 'no-store', credentials: 'omit', redirect: 'manual', keepalive: true }));
  const post = new Request('http://a', { method: 'post', body: 'data' });
  console.log(post.method, post.url, [...post.headers], post.bodyUsed, post.duplex, post.body instanceof ReadableStream);
  const copy = post.clone();
  console.log(await post.text(), post.bodyUsed, await copy.text());
  const source = new Request('http://a', { method: 'POST', body: '{"n":1}' });
  const taken = new Request(source, { method: 'PUT', headers: { only: 'this' } });
  console.log(source.bodyUsed, taken.method, [...taken.headers], await taken.json());
  console.log(new Request(new URL('http://a/x y')).url, new Request('http://a', { method: 'custom' }).method);
  const controller = new AbortController();
  const request = new Request('http://a', { signal: controller.signal });
  controller.abort('why');
  console.log(request.signal === controller.signal, request.signal.aborted, request.signal.reason);
  for (const attempt of [
    () => new Request(), () => new Request('/a'), () => new Request('http://u:p@a'), () => new Request('http://a', { body: 'x' }),
    () => new Request('http://a', 5), () => new Request(source), () => new Request('http://a', { method: 'POST', body: new ReadableStream() }),
  ]) {
    try {
      console.log(attempt());
    } catch (error) {
      console.log(error.name, JSON.stringify(error.message));
    }
  }
}
main();
