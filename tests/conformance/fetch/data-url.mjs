// data: needs no network.
for (const url of ['data:,plain', 'data:text/html,<b>%20%C3%A9', 'data:;base64,aGVsbG8=', 'data:application/json;charset=utf-8,{"a":1}#x',
                   'data:;charset=x,1']) {
  const response = await fetch(url);
  console.log(response.status, response.statusText, response.type, response.headers.get('content-type'), await response.text());
}
await fetch('data:nothing').catch((error) => console.log(error.message, '|', error.cause?.message));
