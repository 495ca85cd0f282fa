const base = 'http://host/a/b/c?x#y';
for (const ref of ['d', '../d', '/d', '//other/d', '?q', '#f', '', './', '../../..', 'mailto:a@b', 'http:d']) console.log(JSON.stringify(ref), new URL(ref, base).href);
