const url = new URL('http://example.org/path');
url.port = '81'; url.pathname = '/new path'; url.search = 'a=b c'; url.hash = 'frag'; url.protocol = 'https'; url.hostname = 'other.net'; url.username = 'me';
console.log(url.href);
url.port = '443'; url.search = ''; url.hash = '';
console.log(url.href);
url.href = 'ftp://x/';
console.log(url.host, url.protocol);
url.searchParams.append('k', 'v w');
console.log(url.href);
