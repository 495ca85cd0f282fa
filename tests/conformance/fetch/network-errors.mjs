// What never gets to the network, and names that are not there.
for (const url of ['http://no-such-host.invalid/', 'http://127.0.0.1:1/', 'http://127.0.0.1:6000/', 'ftp://a/b', 'about:blank',
                   'blob:nothing', 'file:///etc/hosts', 'javascript:1']) {
  try {
    await fetch(url);
  } catch (error) {
    console.log(url, '->', error.name, error.message, '|', error.cause?.message, error.cause?.code);
  }
}
