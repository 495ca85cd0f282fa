const url = new URL('https://user:p%40ss@sub.example.org:8080/a/b/../c?q=1&r=a%20b#top');
for (const part of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) console.log(part, url[part]);
console.log(String(url) === url.href, JSON.stringify({ url }));
