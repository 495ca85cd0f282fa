// The class by itself: construction, reading, cloning.
async function main() {
  console.log(new Response('x', { status: 201, statusText: 'Made', headers: { a: 'b' } }));
  console.log(new Response().body, new Response(null, { status: 204 }).status, Response.error(), Response.redirect('http://a/b', 307));
  const json = Response.json({ a: 1 }, { status: 400, headers: { x: 'y' } });
  console.log(json.status, [...json.headers], await json.json());
  for (const body of ['é', new Uint8Array([104, 105]), new Blob(['b'], { type: 'x/y' }), new URLSearchParams('a=1'), 7, null, undefined]) {
    const response = new Response(body);
    console.log(response.headers.get('content-type'), JSON.stringify(await response.text()), response.bodyUsed);
  }
  console.log(await new Response('ab').arrayBuffer(), await new Response('ab').blob(), await new Response('ab').bytes());
  console.log(await new Response('ab', { headers: { 'content-type': 'Text/HTML; Charset=UTF-8' } }).blob());
  console.log(await new Response(new URLSearchParams('a=1&a=2')).formData());
  const original = new Response('twice');
  const copy = original.clone();
  console.log(await original.text(), await copy.text());
  console.log((await new Response('\ufeffmark').text()).length);
  for (const attempt of [
    () => new Response('x', { status: 199 }), () => new Response('x', { status: 600 }), () => new Response('x', { status: 204 }),
    () => new Response('x', { statusText: '\n' }), () => Response.redirect('nowhere'), () => Response.redirect('http://a', 200),
    () => Response.json(), () => Response.json(undefined), () => Response.error().headers.set('a', 'b'), () => new Response('').json(), () => new Response('{').json(),
    () => new Response('x').formData(), () => original.text(), () => original.clone(), () => Response.prototype.text.call({}),
    () => new Response(new ReadableStream({ start(c) { c.enqueue('text'); c.close(); } })).text(),
  ]) {
    try {
      console.log(await attempt());
    } catch (error) {
      console.log(error.name, JSON.stringify(error.message), error.code);
    }
  }
}
main();
