const values = {
  host: ['', 'a:9', 'a:', 'a:b', 'a:99999', 'a[b', '[::1]:7', '[::1', 'a b', 'localhost', 'a?b', 'a\\b', 'a"`{}b', '\ta\n:7'],
  hostname: ['', 'a:9', 'a[b', '[::1]', 'localhost', 'a/b', '1.2', 'é'],
  port: ['', '7', '7a', ' 7', '65536', '80', '-1', '\n7', '00007'],
  protocol: ['https', 'https:x', 'https/', 'a b', 'ht\ntps', 'file', 'y', '1', ''],
  search: ['', '?', '\t', '??', "a'b#c", '?\n'],
  hash: ['', '#', '\t', '##', 'a b`', '^'],
  pathname: ['^|{}', 'a?b#c', '.', 'a\\b', ''],
  username: ['', 'a^b:', 'é'],
};
for (const base of ['http://q:8/p', 'file://q/p', 'file:///p', 'x://q:8/p', 'x:///p']) {
  for (const name in values) {
    for (const value of values[name]) {
      const url = new URL(base);
      url[name] = value;
      console.log(base, name, JSON.stringify(value), url.href);
    }
  }
}
