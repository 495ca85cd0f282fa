const url = new URL('https://user:pw@example.org:8080/a/b?x=1&y=2#frag');
console.log(url);
console.log(url.searchParams, new URLSearchParams());
console.log({ nested: { url: new URL('http://a.b/') } });
